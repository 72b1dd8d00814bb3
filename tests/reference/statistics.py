"""Reference figures for tests/unit/reports: real files through SciPy, statsmodels and NumPy.

    python3 tests/reference/statistics.py ../shared/data > tests/reference/statistics.json

Needs pandas, scipy and statsmodels. The tests read the same files and compare our functions with these figures.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import stats

data = Path(sys.argv[1])


def line(x, y):
    """Ordinary least squares of y on x, and what is far from it."""
    fit = stats.linregress(x, y)
    model = sm.OLS(y, sm.add_constant(x)).fit()
    ends = np.linspace(x.min(), x.max(), 5)
    band = model.get_prediction(sm.add_constant(ends)).conf_int(alpha=0.05)
    return {
        "n": len(x),
        "pearson_r": fit.rvalue,
        "r2": fit.rvalue**2,
        "slope": fit.slope,
        "intercept": fit.intercept,
        "studentised": model.get_influence().resid_studentized_external.tolist(),
        "band": [{"x": x0, "low": low, "high": high} for x0, (low, high) in zip(ends, band)],
    }


def box(values):
    """Tukey's box with type-7 quartiles, NumPy's own default."""
    q1, median, q3 = np.percentile(values, [25, 50, 75])
    low, high = q1 - 1.5 * (q3 - q1), q3 + 1.5 * (q3 - q1)
    inside = values[(values >= low) & (values <= high)]
    return {
        "n": len(values),
        "min": values.min(),
        "q1": q1,
        "median": median,
        "q3": q3,
        "max": values.max(),
        "whisker_low": inside.min(),
        "whisker_high": inside.max(),
        "outliers": len(values) - len(inside),
    }


fandango = pd.read_csv(data / "fivethirtyeight/fandango_fandango_score_comparison.csv.gz")
imdb = pd.read_csv(data / "imdb5000/movie_metadata.csv.gz")
by_genre = imdb.dropna(subset=["duration"]).assign(genre=lambda films: films["genres"].str.split("|"))
by_genre = by_genre.explode("genre")

print(
    json.dumps(
        {
            # The second line is far from the origin: sums that are not centred lose their digits there.
            "lines": {
                "imdb_rottentomatoes": line(fandango["IMDB"].to_numpy(float), fandango["RottenTomatoes"].to_numpy(float)),
                "shifted": line(
                    fandango["IMDB"].to_numpy(float) + 1e6, fandango["RottenTomatoes"].to_numpy(float) - 1e6
                ),
            },
            "boxes": {genre: box(films["duration"].to_numpy(float)) for genre, films in by_genre.groupby("genre")},
            "t_quantiles": [{"df": df, "t": stats.t.ppf(0.975, df)} for df in [1, 2, 3, 10, 98, 2258, 150_000]],
        },
        indent=1,
        default=lambda value: value.item(),
    )
)
