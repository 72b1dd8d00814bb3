"""The job as one writes it with Polars: lazy queries, run by the streaming engine, written as Parquet."""

import polars as pl
from common import LETTERS, MISSING, MONEY, UNIT, folders, land, tell, unescape

FRACTION = r"^(\d+(?:\.\d+)?)\s*(?:/|out of|of)\s*(\d+(?:\.\d+)?)$"


def read(path):
    table = pl.scan_csv(path, infer_schema=False, null_values=list(MISSING))
    return table.with_columns(pl.all().str.strip_chars()).with_columns(pl.all().pipe(decoded))


def decoded(column):
    encoded = column.str.contains("&", literal=True)
    return pl.when(encoded).then(column.map_batches(unescape_all, return_dtype=pl.String)).otherwise(column)


def unescape_all(column):
    """Only the few texts that hold a reference go through Python."""
    texts = [unescape(text) if text is not None and "&" in text else text for text in column] \
        if column.str.contains("&", literal=True).any() else column
    return pl.Series(column.name, texts, dtype=pl.String)


def number(column):
    return column.str.replace_all(",", "", literal=True).cast(pl.Float64, strict=False)


def money(column):
    upper = column.str.to_uppercase()
    unit = upper.str.extract(MONEY, 2).replace_strict(UNIT, default=None, return_dtype=pl.Float64)
    amount = (number(upper.str.extract(MONEY, 1)) * unit).round()
    return pl.when(amount > 0).then(amount).cast(pl.Int64)


def lists(column):
    items = column.str.replace_all(r"\s*\([^()]*\)", "").str.split(",")
    return items.list.eval(pl.element().str.strip_chars())


def fold(column):
    plain = column.str.normalize("NFKD").str.replace_all(r"\p{M}", "").str.to_lowercase()
    return plain.str.replace_all("&", " and ", literal=True).str.replace_all(r"[^\pL\pN]+", " ").str.strip_chars()


def clean_movies(raw):
    date = lambda name: pl.col(name).str.to_date("%Y-%m-%d", strict=False)
    return raw.unique("id", keep="last").select(
        rt_id="id",
        title="title",
        audience_score=number(pl.col("audienceScore")),
        tomato_meter=number(pl.col("tomatoMeter")),
        runtime_minutes=number(pl.col("runtimeMinutes")),
        genres=lists(pl.col("genre")),
        language="originalLanguage",
        rt_director=lists(pl.col("director")),
        rt_writer=lists(pl.col("writer")),
        box_office_usd=money(pl.col("boxOffice")),
        rt_release_date=date("releaseDateTheaters"),
        rt_streaming_date=date("releaseDateStreaming"),
    )


def clean_imdb(raw):
    return raw.unique("imdbID", keep="last").select(
        imdb_id="imdbID",
        title="Title",
        year=number(pl.col("Year").str.slice(0, 4)).cast(pl.Int32),
        runtime_minutes=number(pl.col("Runtime").str.extract(r"^(\d+)")),
        genres=lists(pl.col("Genre")),
        imdb_director=lists(pl.col("Director")),
        imdb_writer=lists(pl.col("Writer")),
        actors=lists(pl.col("Actors")),
        language="Language",
        country="Country",
        metascore=number(pl.col("Metascore")),
        imdb_rating=number(pl.col("imdbRating")),
        imdb_votes=number(pl.col("imdbVotes")),
        box_office_usd=money(pl.col("BoxOffice")),
        slug=pl.col("tomatoURL").str.extract(r"/m/([^/?#\s]+)"),
    )


def match(movies, imdb):
    """By address, then by title and year where only one fits."""
    by_url = imdb.select("imdb_id", rt_id="slug").join(movies.select("rt_id"), on="rt_id")
    by_url = by_url.unique("rt_id", keep="none").with_columns(match_method=pl.lit("url"))
    slug_year = pl.col("rt_id").str.extract(r"_((?:18|19|20)\d{2})$").cast(pl.Int32)
    left = movies.join(by_url, on="rt_id", how="anti").select(
        "rt_id", folded=fold(pl.col("title")), rt_year=pl.coalesce(pl.col("rt_release_date").dt.year(), slug_year)
    )
    right = imdb.join(by_url, on="imdb_id", how="anti").select("imdb_id", "year", folded=fold(pl.col("title")))
    pairs = left.join(right, on="folded").filter((pl.col("rt_year") - pl.col("year")).abs() <= 1)
    pairs = pairs.unique("rt_id", keep="none").unique("imdb_id", keep="none")
    by_title = pairs.select("imdb_id", "rt_id", match_method=pl.lit("title_year"))
    return pl.concat([by_url.select("imdb_id", "rt_id", "match_method"), by_title])


def films_of(movies, imdb, matches):
    both = ("title", "runtime_minutes", "genres", "language", "box_office_usd")
    joined = movies.join(matches, on="rt_id", how="left").join(
        imdb.drop("slug"), on="imdb_id", how="full", coalesce=True, suffix="_imdb"
    )
    films = joined.with_columns(pl.coalesce(name, f"{name}_imdb") for name in both)
    return films.drop(f"{name}_imdb" for name in both).with_columns(
        film_id=pl.coalesce("imdb_id", "rt:" + pl.col("rt_id")),
        year=pl.coalesce("year", pl.col("rt_release_date").dt.year()),
        title_normalised=fold(pl.col("title")),
        primary_genre=pl.col("genres").list.first(),
        revenue_per_minute=pl.col("box_office_usd") / pl.col("runtime_minutes"),
    )


def people_of(films):
    credits = {
        "rt_director": "director",
        "imdb_director": "director",
        "rt_writer": "writer",
        "imdb_writer": "writer",
        "actors": "actor",
    }
    parts = [
        films.select("film_id", name=column, position=pl.int_ranges(1, pl.col(column).list.len() + 1))
        .explode("name", "position")
        .drop_nulls("name")
        .with_columns(role=pl.lit(role))
        for column, role in credits.items()
    ]
    people = pl.concat(parts).with_columns(person_id=fold(pl.col("name")).hash())
    return people.unique(["film_id", "role", "person_id"])


def score(column):
    given, of = number(column.str.extract(FRACTION, 1)), number(column.str.extract(FRACTION, 2))
    letter = column.replace_strict(
        {letter: index / 12 for index, letter in enumerate(LETTERS)}, default=None, return_dtype=pl.Float64
    )
    fits = (of > 0) & (given <= of)
    ratio = pl.when(fits).then(given / of).when(of.is_null()).then(letter)
    scale = (
        pl.when(column.is_null()).then(None)
        .when(fits).then("/" + column.str.extract(FRACTION, 2))
        .when(of.is_not_null()).then(pl.lit("invalid"))
        .when(letter.is_not_null()).then(pl.lit("letter"))
        .when(column.str.contains(r"^\d+(\.\d+)?$")).then(pl.lit("bare"))
        .otherwise(pl.lit("unknown"))
    )
    return {"score_ratio": ratio, "score_scale": scale}


def reviews_of(raw, films):
    reviews = raw.unique(["id", "reviewId"], keep="last").select(
        review_id=pl.col("id") + "/" + pl.col("reviewId"),
        rt_id="id",
        critic_name="criticName",
        publication_name="publicatioName",
        is_top_critic=pl.col("isTopCritic") == "True",
        score_raw="originalScore",
        **score(pl.col("originalScore")),
        score_sentiment="scoreSentiment",
        sentiment=pl.col("scoreSentiment").str.to_lowercase(),
        review_text="reviewText",
        review_url="reviewUrl",
        created_at=pl.col("creationDate").str.to_date("%Y-%m-%d", strict=False),
    )
    return reviews.join(films.select("rt_id", "film_id").drop_nulls(), on="rt_id", how="left")


def main():
    folder_in, folder_out = folders()
    landed = land(folder_in, folder_out)
    movies = clean_movies(read(landed["rt_movies"])).collect(engine="streaming")
    imdb = clean_imdb(read(landed["imdb_kaggle"])).collect(engine="streaming")
    films = films_of(movies, imdb, match(movies, imdb))
    films.write_parquet(f"{folder_out}/curated/films.parquet", compression="zstd")
    people = people_of(films)
    people.write_parquet(f"{folder_out}/curated/people.parquet", compression="zstd")
    path = f"{folder_out}/curated/reviews.parquet"
    reviews_of(read(landed["rt_reviews"]), films.lazy()).sink_parquet(path, compression="zstd", engine="streaming")
    rows = pl.scan_parquet(path).select(pl.len()).collect().item()
    tell(films.height, rows, people.height)


main()
