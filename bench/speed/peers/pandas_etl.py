"""The job as one writes it with pandas: land, clean, match, write Parquet."""

import hashlib

import pandas as pd
from common import MISSING, MONEY, UNIT, folders, land, score, tell, unescape

PARQUET = {"compression": "zstd", "index": False}


def read(path):
    table = pd.read_csv(path, dtype="str", keep_default_na=False, na_values=list(MISSING))
    return table.apply(clean)


def clean(column):
    column = column.str.strip()
    encoded = column.str.contains("&", regex=False, na=False)
    if encoded.any():
        column = column.copy()
        column.loc[encoded] = column.loc[encoded].map(unescape)
    return column


def by_value(column, rule):
    """A rule for columns of few distinct values: each of them is worked out once."""
    return column.map({value: rule(value) for value in column.dropna().unique()})


def number(column):
    return pd.to_numeric(column.str.replace(",", "", regex=False), errors="coerce")


def money(column):
    parts = column.str.upper().str.extract(MONEY)
    amount = number(parts[0]) * parts[1].map(UNIT).astype("float64")
    return amount.where(amount > 0).round().astype("Int64")


def lists(column):
    return column.str.replace(r"\s*\([^()]*\)", "", regex=True).str.split(r",\s*", regex=True)


def fold(column):
    plain = column.str.normalize("NFKD").str.encode("ascii", "ignore").str.decode("ascii").str.lower()
    return plain.str.replace("&", " and ", regex=False).str.replace(r"[^a-z0-9]+", " ", regex=True).str.strip()


def clean_movies(raw):
    raw = raw.drop_duplicates("id", keep="last")
    return pd.DataFrame(
        {
            "rt_id": raw["id"],
            "title": raw["title"],
            "audience_score": number(raw["audienceScore"]),
            "tomato_meter": number(raw["tomatoMeter"]),
            "runtime_minutes": number(raw["runtimeMinutes"]),
            "genres": lists(raw["genre"]),
            "language": raw["originalLanguage"],
            "rt_director": lists(raw["director"]),
            "rt_writer": lists(raw["writer"]),
            "box_office_usd": money(raw["boxOffice"]),
            "rt_release_date": pd.to_datetime(raw["releaseDateTheaters"], errors="coerce"),
            "rt_streaming_date": pd.to_datetime(raw["releaseDateStreaming"], errors="coerce"),
        }
    )


def clean_imdb(raw):
    raw = raw.drop_duplicates("imdbID", keep="last")
    return pd.DataFrame(
        {
            "imdb_id": raw["imdbID"],
            "title": raw["Title"],
            "year": number(raw["Year"].str.slice(0, 4)),
            "runtime_minutes": number(raw["Runtime"].str.extract(r"^(\d+)")[0]),
            "genres": lists(raw["Genre"]),
            "imdb_director": lists(raw["Director"]),
            "imdb_writer": lists(raw["Writer"]),
            "actors": lists(raw["Actors"]),
            "language": raw["Language"],
            "country": raw["Country"],
            "metascore": number(raw["Metascore"]),
            "imdb_rating": number(raw["imdbRating"]),
            "imdb_votes": number(raw["imdbVotes"]),
            "box_office_usd": money(raw["BoxOffice"]),
            "slug": raw["tomatoURL"].str.extract(r"/m/([^/?#\s]+)")[0],
        }
    )


def match(movies, imdb):
    """By address, then by title and year where only one fits."""
    known = imdb.loc[imdb["slug"].isin(movies["rt_id"]), ["imdb_id", "slug"]].rename(columns={"slug": "rt_id"})
    known = known.drop_duplicates("rt_id", keep=False).assign(match_method="url")
    slug_year = number(movies["rt_id"].str.extract(r"_((?:18|19|20)\d{2})$")[0])
    year = movies["rt_release_date"].dt.year.fillna(slug_year)
    left = pd.DataFrame({"rt_id": movies["rt_id"], "folded": fold(movies["title"]), "rt_year": year})
    right = pd.DataFrame({"imdb_id": imdb["imdb_id"], "folded": fold(imdb["title"]), "imdb_year": imdb["year"]})
    left = left[~left["rt_id"].isin(known["rt_id"])].dropna()
    right = right[~right["imdb_id"].isin(known["imdb_id"])].dropna()
    pairs = left.merge(right, on="folded")
    pairs = pairs[(pairs["rt_year"] - pairs["imdb_year"]).abs() <= 1]
    pairs = pairs.drop_duplicates("rt_id", keep=False).drop_duplicates("imdb_id", keep=False)
    return pd.concat([known, pairs[["rt_id", "imdb_id"]].assign(match_method="title_year")])


def films_of(movies, imdb, matches):
    films = movies.merge(matches, on="rt_id", how="left")
    films = films.merge(imdb.drop(columns="slug"), on="imdb_id", how="outer", suffixes=("", "_imdb"))
    for name in ("title", "runtime_minutes", "genres", "language", "box_office_usd"):
        films[name] = films[name].fillna(films.pop(f"{name}_imdb"))
    films["year"] = films["year"].fillna(films["rt_release_date"].dt.year)
    films["film_id"] = films["imdb_id"].fillna("rt:" + films["rt_id"])
    films["title_normalised"] = fold(films["title"])
    films["primary_genre"] = films["genres"].str[0]
    films["revenue_per_minute"] = films["box_office_usd"] / films["runtime_minutes"]
    return films


def people_of(films):
    roles = {
        "rt_director": "director",
        "imdb_director": "director",
        "rt_writer": "writer",
        "imdb_writer": "writer",
        "actors": "actor",
    }
    parts = []
    for column, role in roles.items():
        part = films[["film_id", column]].dropna().explode(column).rename(columns={column: "name"})
        part["position"] = part.groupby("film_id").cumcount() + 1
        parts.append(part.assign(role=role))
    people = pd.concat(parts).dropna(subset="name")
    folded = fold(people["name"])
    people["person_id"] = by_value(folded, lambda name: hashlib.md5(name.encode()).hexdigest()[:16])
    return people.drop_duplicates(["film_id", "role", "person_id"])


def reviews_of(raw, films):
    raw = raw.drop_duplicates(["id", "reviewId"], keep="last")
    reviews = pd.DataFrame(
        {
            "review_id": raw["id"] + "/" + raw["reviewId"],
            "rt_id": raw["id"],
            "critic_name": raw["criticName"],
            "publication_name": raw["publicatioName"],
            "is_top_critic": raw["isTopCritic"] == "True",
            "score_raw": raw["originalScore"],
            "score_ratio": by_value(raw["originalScore"], lambda text: score(text)[0]),
            "score_scale": by_value(raw["originalScore"], lambda text: score(text)[1]),
            "score_sentiment": raw["scoreSentiment"],
            "sentiment": raw["scoreSentiment"].str.lower(),
            "review_text": raw["reviewText"],
            "review_url": raw["reviewUrl"],
            "created_at": pd.to_datetime(raw["creationDate"], errors="coerce"),
        }
    )
    ids = films[["rt_id", "film_id"]].dropna()
    return reviews.merge(ids, on="rt_id", how="left")


def main():
    folder_in, folder_out = folders()
    landed = land(folder_in, folder_out)
    movies = clean_movies(read(landed["rt_movies"]))
    imdb = clean_imdb(read(landed["imdb_kaggle"]))
    films = films_of(movies, imdb, match(movies, imdb))
    films.to_parquet(f"{folder_out}/curated/films.parquet", **PARQUET)
    people = people_of(films)
    people.to_parquet(f"{folder_out}/curated/people.parquet", **PARQUET)
    reviews = reviews_of(read(landed["rt_reviews"]), films)
    reviews.to_parquet(f"{folder_out}/curated/reviews.parquet", **PARQUET)
    tell(len(films), len(reviews), len(people))


main()
