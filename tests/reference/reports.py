"""Reference figures of the four reports on real films, by pandas, SciPy and statsmodels.

    python3 tests/reference/reports.py node_modules ../shared/data > tests/reference/reports.json

Reads the 3,201 films of vega-datasets (scores, grosses, running times, one genre, directors) and the 5,043 of IMDb 5,000
(several genres, directors and actors) with as little of our own rules as there can be: what stands there, and unknown
for what does not. The tests publish the same rows and ask our reports. Needs pandas, scipy and statsmodels.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import stats

packages, data = Path(sys.argv[1]), Path(sys.argv[2])


def vega():
    """Films and people of movies.json; a film is known by its place."""
    raw = pd.DataFrame(json.loads((packages / "vega-datasets/data/movies.json").read_text()))
    films = pd.DataFrame(
        {
            "film_id": [f"v{place}" for place in range(len(raw))],
            "year": raw["Release Date"].str[-4:].astype("Int64"),
            "genres": raw["Major Genre"].map(lambda genre: [genre] if isinstance(genre, str) else None),
            "runtime_minutes": raw["Running Time min"].astype("Int64"),
            "imdb_rating": raw["IMDB Rating"],
            "tomato_meter": raw["Rotten Tomatoes Rating"],
            "box_office_usd": raw["US Gross"].astype("Int64"),
        }
    )
    people = pd.DataFrame({"film_id": films["film_id"], "person_id": raw["Director"], "role": "director"})
    return films, people.dropna()


def imdb5000():
    """The same of movie_metadata.csv, which knows no Tomatometer."""
    raw = pd.read_csv(data / "imdb5000/movie_metadata.csv.gz")
    films = pd.DataFrame(
        {
            "film_id": [f"i{place}" for place in range(len(raw))],
            "year": raw["title_year"].astype("Int64"),
            "genres": raw["genres"].str.split("|"),
            "runtime_minutes": raw["duration"].astype("Int64"),
            "imdb_rating": raw["imdb_score"],
            "tomato_meter": np.nan,
            "box_office_usd": raw["gross"].astype("Int64"),
        }
    )
    people = pd.concat(
        pd.DataFrame({"film_id": films["film_id"], "person_id": raw[column], "role": role})
        for column, role in [("director_name", "director")] + [(f"actor_{n}_name", "actor") for n in (1, 2, 3)]
    )
    return films, people.dropna()


FILTERS = [
    {},
    {"from_year": 1990, "to_year": 2005},
    {"genres": ["drama", "COMEDY"], "min_imdb": 5.5},
    {"from_year": 2000, "genres": ["Action"], "max_imdb": 7, "include_unknown": True},
]


def passing(films, filters):
    unknown = filters.get("include_unknown", False)
    kept = pd.Series(True, index=films.index)
    for column, low, high in [("year", "from_year", "to_year"), ("imdb_rating", "min_imdb", "max_imdb")]:
        if low not in filters and high not in filters:
            continue
        values = films[column].astype(float)
        inside = (values >= filters.get(low, -np.inf)) & (values <= filters.get(high, np.inf))
        kept &= inside | (values.isna() & unknown)
    if "genres" in filters:
        wanted = {genre.lower() for genre in filters["genres"]}
        none = films["genres"].isna()
        kept &= (none & unknown) | films["genres"].map(
            lambda genres: isinstance(genres, list) and any(genre.lower() in wanted for genre in genres)
        )
    return films[kept]


def number(value):
    return None if value is None or pd.isna(value) else (value.item() if hasattr(value, "item") else value)


def correlation(chosen):
    both = chosen.dropna(subset=["imdb_rating", "tomato_meter"])
    if len(both) < 4:
        return {"n": len(both), "left_out": len(chosen) - len(both)}
    x, y = both["imdb_rating"].to_numpy(float), both["tomato_meter"].to_numpy(float)
    fit = stats.linregress(x, y)
    far = sm.OLS(y, sm.add_constant(x)).fit().get_influence().resid_studentized_external
    outliers = both.assign(far=far)[np.abs(far) > 3]
    mx, my = np.median(x), np.median(y)
    quadrants = {}
    for name, chosen_ones in {
        "both_high": (x >= mx) & (y >= my),
        "critics_only": (x < mx) & (y >= my),
        "audience_only": (x >= mx) & (y < my),
        "both_low": (x < mx) & (y < my),
    }.items():
        money = both[chosen_ones]["box_office_usd"].dropna().astype(float)
        quadrants[name] = {"n": int(chosen_ones.sum()), "with": len(money), "median": number(money.median())}
    return {
        "n": len(both),
        "left_out": len(chosen) - len(both),
        "pearson_r": fit.rvalue,
        "r2": fit.rvalue**2,
        "slope": fit.slope,
        "intercept": fit.intercept,
        "outliers": dict(zip(outliers["film_id"], outliers["far"])),
        "thresholds": {"imdb_rating": mx, "tomato_meter": my},
        "quadrants": quadrants,
    }


def timeline(chosen, span):
    dated = chosen.dropna(subset=["year"])
    buckets = []
    for year, group in dated.groupby(dated["year"] // span * span):
        money = group["box_office_usd"].dropna()
        buckets.append(
            {
                "year": int(year),
                "films": len(group),
                "films_with_box_office": len(money),
                "box_office_usd": int(money.sum()) if len(money) else None,
                "mean_imdb_rating": number(group["imdb_rating"].mean()),
            }
        )
    return {"left_out": len(chosen) - len(dated), "buckets": buckets}


def genres(chosen):
    each = chosen.explode("genres").dropna(subset=["genres"])
    boxes = {}
    for genre, group in each.groupby("genres"):
        minutes = group["runtime_minutes"].dropna().to_numpy(float)
        if len(minutes) == 0:
            continue
        q1, median, q3 = np.percentile(minutes, [25, 50, 75])
        inside = minutes[(minutes >= q1 - 1.5 * (q3 - q1)) & (minutes <= q3 + 1.5 * (q3 - q1))]
        both = group.dropna(subset=["box_office_usd", "runtime_minutes"])
        rate = both["box_office_usd"].astype(float) / both["runtime_minutes"].astype(float)
        boxes[genre] = {
            "n": len(minutes),
            "min": minutes.min(),
            "q1": q1,
            "median": median,
            "q3": q3,
            "max": minutes.max(),
            "whisker_low": inside.min(),
            "whisker_high": inside.max(),
            "outliers": len(minutes) - len(inside),
            "median_box_office_usd": number(group["box_office_usd"].dropna().astype(float).median()),
            "median_revenue_per_minute": number(rate.median()),
        }
    known = chosen["genres"].notna() & chosen["runtime_minutes"].notna()
    return {"left_out": int((~known).sum()), "genres": boxes}


def talents(chosen, people, role, least):
    credits = people[people["role"] == role].drop_duplicates(["person_id", "film_id"])[["person_id", "film_id"]]
    credits = credits.merge(chosen, on="film_id")
    told = []
    for person, group in credits.groupby("person_id"):
        if len(group) < least:
            continue
        money = group["box_office_usd"].dropna()
        both = group.dropna(subset=["box_office_usd", "runtime_minutes"])
        years = group.dropna(subset=["year"]).groupby("year")
        told.append(
            {
                "person_id": person,
                "films": len(group),
                "box_office_usd": int(money.sum()) if len(money) else None,
                "mean_imdb_rating": number(group["imdb_rating"].mean()),
                "revenue_per_minute": float(both["box_office_usd"].sum()) / float(both["runtime_minutes"].sum())
                if len(both)
                else None,
                "by_year": [
                    {
                        "year": int(year),
                        "films": len(some),
                        "box_office_usd": int(some["box_office_usd"].dropna().sum())
                        if some["box_office_usd"].notna().any()
                        else None,
                    }
                    for year, some in years
                ],
            }
        )
    told.sort(key=lambda talent: -(talent["box_office_usd"] or -1))
    return told[:10]


def answers(films, people):
    for filters in FILTERS:
        chosen = passing(films, filters)
        yield {
            "filters": filters,
            "filtered": len(chosen),
            "correlation": correlation(chosen),
            "years": timeline(chosen, 1),
            "decades": timeline(chosen, 10),
            "genres": genres(chosen),
            "directors": talents(chosen, people, "director", 2),
            "actors": talents(chosen, people, "actor", 1),
        }


print(
    json.dumps(
        {"vega": list(answers(*vega())), "imdb5000": list(answers(*imdb5000()))},
        indent=1,
        default=lambda value: value.item(),
    )
)
