"""The job as one writes it with PySpark, on one machine: DataFrames, one Python function for HTML references."""

import pandas as pd
import common
from common import LETTERS, MISSING, MONEY, UNIT, folders, land, tell, unescape
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pyspark.sql.types import StringType

FRACTION = r"^(\d+(?:\.\d+)?)\s*(?:/|out of|of)\s*(\d+(?:\.\d+)?)$"


@F.pandas_udf(StringType())
def unescaped(texts: pd.Series) -> pd.Series:
    return texts.map(unescape, na_action="ignore")


def read(spark, path):
    """A file with line ends inside quotes is read by one task; the rest is spread over all."""
    table = spark.read.csv(path, header=True, multiLine=True, quote='"', escape='"').repartition(8)
    columns = {f"`{name}`": F.trim(F.col(f"`{name}`")) for name in table.columns}
    return table.select(
        [F.when(~text.isin(*MISSING), text).alias(name.strip("`").replace(".", "_")) for name, text in columns.items()]
    )


def decoded(column):
    return F.when(column.contains("&"), unescaped(column)).otherwise(column)


def one_each(table, *keys):
    return table.dropDuplicates(list(keys))


def number(column):
    return F.expr(f"try_cast(replace({column}, ',', '') AS DOUBLE)")


def date(column):
    return F.expr(f"try_cast({column} AS DATE)")


def lookup(values, key):
    return F.create_map(*[F.lit(each) for pair in values.items() for each in pair])[key]


def money(name):
    upper = F.upper(name)
    digits = F.regexp_replace(F.regexp_extract(upper, MONEY, 1), ",", "").try_cast("double")
    amount = F.round(digits * lookup(UNIT, F.regexp_extract(upper, MONEY, 2)))
    return F.when(amount > 0, amount.cast("bigint"))


def lists(name):
    plain = F.regexp_replace(name, r"\s*\([^()]*\)", "")
    return F.split(plain, r",\s*")


def fold(column):
    # No accents are taken off: Spark has no function for it.
    return F.trim(F.regexp_replace(F.replace(F.lower(column), F.lit("&"), F.lit(" and ")), r"[^\p{L}\p{N}]+", " "))


def movies_of(raw):
    return one_each(raw, "id").select(
        F.col("id").alias("rt_id"),
        decoded(F.col("title")).alias("title"),
        number("audienceScore").alias("audience_score"),
        number("tomatoMeter").alias("tomato_meter"),
        number("runtimeMinutes").alias("runtime_minutes"),
        lists("genre").alias("genres"),
        F.col("originalLanguage").alias("language"),
        lists(decoded(F.col("director"))).alias("rt_director"),
        lists(decoded(F.col("writer"))).alias("rt_writer"),
        money("boxOffice").alias("box_office_usd"),
        date("releaseDateTheaters").alias("rt_release_date"),
        date("releaseDateStreaming").alias("rt_streaming_date"),
    )


def imdb_of(raw):
    return one_each(raw, "imdbID").select(
        F.col("imdbID").alias("imdb_id"),
        decoded(F.col("Title")).alias("title_imdb"),
        number("substring(Year, 1, 4)").alias("year_imdb"),
        number("regexp_extract(Runtime, '^([0-9]+)', 1)").alias("runtime_minutes_imdb"),
        lists("Genre").alias("genres_imdb"),
        lists(decoded(F.col("Director"))).alias("imdb_director"),
        lists(decoded(F.col("Writer"))).alias("imdb_writer"),
        lists(decoded(F.col("Actors"))).alias("actors"),
        F.col("Language").alias("language_imdb"),
        F.col("Country").alias("country"),
        number("Metascore").alias("metascore"),
        number("imdbRating").alias("imdb_rating"),
        number("imdbVotes").alias("imdb_votes"),
        money("BoxOffice").alias("box_office_usd_imdb"),
        F.regexp_extract("tomatoURL", r"/m/([^/?#\s]+)", 1).alias("slug"),
    )


def alone(pairs, *keys):
    """The pairs whose every key occurs once."""
    for key in keys:
        pairs = pairs.withColumn("n", F.count("*").over(Window.partitionBy(key))).where("n = 1").drop("n")
    return pairs


def match(movies, imdb):
    """By address, then by title and year where only one fits."""
    by_url = imdb.select("imdb_id", F.col("slug").alias("rt_id")).join(movies.select("rt_id"), "rt_id")
    by_url = alone(by_url, "rt_id").select("rt_id", "imdb_id", F.lit("url").alias("match_method"))
    slug_year = F.expr("try_cast(regexp_extract(rt_id, '_((?:18|19|20)[0-9]{2})$', 1) AS INT)")
    year = F.coalesce(F.year("rt_release_date"), slug_year)
    left = movies.select("rt_id", fold("title").alias("folded"), year.alias("year")).join(by_url, "rt_id", "left_anti")
    right = imdb.select("imdb_id", fold("title_imdb").alias("folded"), "year_imdb")
    pairs = left.join(right.join(by_url, "imdb_id", "left_anti"), "folded").where("abs(year - year_imdb) <= 1")
    by_title = alone(pairs, "rt_id", "imdb_id").select("rt_id", "imdb_id", F.lit("title_year").alias("match_method"))
    return by_url.union(by_title)


def films_of(movies, imdb, matches):
    films = movies.join(matches, "rt_id", "left").join(imdb.drop("slug"), "imdb_id", "full")
    for name in ("title", "runtime_minutes", "genres", "language", "box_office_usd"):
        films = films.withColumn(name, F.coalesce(name, f"{name}_imdb")).drop(f"{name}_imdb")
    return films.withColumns(
        {
            "film_id": F.coalesce("imdb_id", F.concat(F.lit("rt:"), "rt_id")),
            "year": F.coalesce("year_imdb", F.year("rt_release_date")),
            "title_normalised": fold("title"),
            "primary_genre": F.get("genres", F.lit(0)),
            "revenue_per_minute": F.col("box_office_usd") / F.col("runtime_minutes"),
        }
    ).drop("year_imdb")


def people_of(films):
    credits = {
        "rt_director": "director",
        "imdb_director": "director",
        "rt_writer": "writer",
        "imdb_writer": "writer",
        "actors": "actor",
    }
    people = None
    for column, role in credits.items():
        part = films.select("film_id", F.posexplode(column).alias("position", "name"), F.lit(role).alias("role"))
        people = part if people is None else people.union(part)
    people = people.where("name IS NOT NULL").withColumn("person_id", F.substring(F.md5(fold("name")), 1, 16))
    return one_each(people, "film_id", "role", "person_id")


def reviews_of(raw, films):
    given = F.regexp_extract("originalScore", FRACTION, 1).try_cast("double")
    of = F.regexp_extract("originalScore", FRACTION, 2).try_cast("double")
    letter = lookup({name: index / 12 for index, name in enumerate(LETTERS)}, F.col("originalScore"))
    fits = (of > 0) & (given <= of)
    scale = (
        F.when(F.col("originalScore").isNull(), None)
        .when(fits, F.concat(F.lit("/"), F.regexp_extract("originalScore", FRACTION, 2)))
        .when(of.isNotNull(), "invalid")
        .when(letter.isNotNull(), "letter")
        .when(F.col("originalScore").rlike(r"^\d+(\.\d+)?$"), "bare")
        .otherwise("unknown")
    )
    reviews = one_each(raw, "id", "reviewId").select(
        F.concat("id", F.lit("/"), "reviewId").alias("review_id"),
        F.col("id").alias("rt_id"),
        decoded(F.col("criticName")).alias("critic_name"),
        decoded(F.col("publicatioName")).alias("publication_name"),
        (F.col("isTopCritic") == "True").alias("is_top_critic"),
        F.col("originalScore").alias("score_raw"),
        F.when(fits, given / of).when(of.isNull(), letter).alias("score_ratio"),
        scale.alias("score_scale"),
        F.col("scoreSentiment").alias("score_sentiment"),
        F.lower("scoreSentiment").alias("sentiment"),
        decoded(F.col("reviewText")).alias("review_text"),
        F.col("reviewUrl").alias("review_url"),
        date("creationDate").alias("created_at"),
    )
    return reviews.join(films.select("rt_id", "film_id").where("rt_id IS NOT NULL"), "rt_id", "left")


def main():
    folder_in, folder_out = folders()
    landed = land(folder_in, folder_out)
    settings = {"spark.driver.memory": "4g", "spark.sql.shuffle.partitions": "8", "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
    spark = SparkSession.builder.master("local[*]").config(map=settings).getOrCreate()
    # The functions in Python run in processes of their own, which look for our module elsewhere.
    spark.sparkContext.addPyFile(common.__file__)
    spark.sparkContext.setLogLevel("ERROR")

    def write(table, name):
        path = f"{folder_out}/curated/{name}"
        table.write.parquet(path, compression="zstd")
        return spark.read.parquet(path)

    movies = movies_of(read(spark, landed["rt_movies"])).cache()
    imdb = imdb_of(read(spark, landed["imdb_kaggle"])).cache()
    films = write(films_of(movies, imdb, match(movies, imdb)), "films")
    people = write(people_of(films), "people")
    reviews = write(reviews_of(read(spark, landed["rt_reviews"]), films), "reviews")
    tell(films.count(), reviews.count(), people.count())


main()
