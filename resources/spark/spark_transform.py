"""The transform on Spark (3.5 or 4): runs the SQL that `cine` renders, and nothing of its own.

    spark-submit [--master ...] --jars cine-functions.jar spark_transform.py PLAN_URI...

Each PLAN_URI names a JSON document (`cine spark-etl --print` shows the whole command):

    inputs      the CSV files to read: view, source, landing, uri, delimiter, columns, fields, multiline, limit, rows
    statements  SQL in its order: name, sql
    records     of each source, the table of its records, whose rows are counted after the statement `checked_after`
    counts      queries of one row whose values are told back: name, sql
    outputs     tables to write: name, sql, uri
    scratch_uri a folder for the tables in between, nobody else's: it is emptied before and removed after
    result_uri  a file for the last line as well, for who cannot see this program's output; or null
    progress_uri  a file for the line before it, written over and over; or null

Progress is told on the standard output, one JSON object a line, each with an `event`: `started` (application_id,
web_url), `statement` (name, done, total), `result` (counts), `error` (code, message).
"""
import json
import sys

from pyspark.sql import SparkSession, functions as F
from pyspark.sql.types import StringType, StructField, StructType

# What Spark SQL lacks, out of cine-functions.jar: a Python function could not be used inside a lambda.
FUNCTIONS = {
    "cine_nfc": "cine.Nfc",
    "cine_strip_accents": "cine.StripAccents",
    "cine_lower": "cine.Lower",
    "cine_upper": "cine.Upper",
}

# What the rules count on, whatever the Spark is set up for.
SETTINGS = {
    # NULL, not an error, for what is not of a type; the same on 3.5 and 4.
    "spark.sql.ansi.enabled": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.parquet.datetimeRebaseModeInWrite": "CORRECTED",
    "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
    "spark.sql.adaptive.enabled": "true",
    # Looking for it takes Spark minutes for expressions as long as these.
    "spark.sql.constraintPropagation.enabled": "false",
}


def tell(event, **facts):
    print(json.dumps({"event": event, **facts}, ensure_ascii=True), flush=True)


class Refused(Exception):
    """Something is not as the plan says; `code` is one of the studio's."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def read_plan(spark, uri):
    return json.loads(spark.read.text(uri, wholetext=True).collect()[0].value)


def read_input(spark, file):
    """A landed file as text: `landing`, then the fields of its source, NULL where the file lacks one."""
    names = [f"c{index}" for index in range(len(file["columns"]))]
    records = (
        spark.read.schema(StructType([StructField(name, StringType()) for name in names]))
        .options(
            header=True,
            enforceSchema=True,
            sep=file["delimiter"],
            quote='"',
            escape='"',
            # Else the file is read in pieces, by as many as there are.
            multiLine=file["multiline"],
            mode="FAILFAST",
            encoding="UTF-8",
            maxColumns=max(20480, len(names) + 1),
            maxCharsPerColumn=-1,
        )
        .csv(file["uri"])
    )
    if file["limit"] is not None:
        records = records.limit(file["limit"])
    fields = [
        # Nothing between two quotes is nothing.
        (F.lit(None).cast("string") if field["index"] is None else F.expr(f"nullif(c{field['index']}, '')")).alias(
            field["column"]
        )
        for field in file["fields"]
    ]
    return records.select(F.lit(file["landing"]).cast("int").alias("landing"), *fields)


def register_inputs(spark, inputs):
    """One temporary view a source, over all of its files."""
    by_view = {}
    for file in inputs:
        read = read_input(spark, file)
        by_view[file["view"]] = by_view[file["view"]].unionByName(read) if file["view"] in by_view else read
    for view, read in by_view.items():
        read.createOrReplaceTempView(view)


def check_inputs(spark, inputs, records):
    """Spark must read as many records as the scanner counted."""
    for source, table in records.items():
        counted = spark.sql(f"SELECT landing, count(*) AS n FROM {table} GROUP BY landing").collect()
        read = {row.landing: row.n for row in counted}
        for file in inputs:
            if file["source"] == source and read.get(file["landing"], 0) != file["rows"]:
                raise Refused(
                    "BALANCE_BROKEN",
                    f"Spark read {read.get(file['landing'], 0)} records of {file['name']}, not {file['rows']}.",
                )


def hadoop_path(spark, uri):
    """A path and its file system, whichever that is."""
    path = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(uri)
    return path, path.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())


def remove_folder(spark, uri):
    path, files = hadoop_path(spark, uri)
    files.delete(path, True)


def write_text(spark, uri, text):
    path, files = hadoop_path(spark, uri)
    stream = files.create(path, True)
    try:
        stream.write(bytearray(text, "utf-8"))
    finally:
        stream.close()


def tell_statement(spark, plan, **facts):
    tell("statement", **facts)
    if plan.get("progress_uri"):
        try:
            write_text(spark, plan["progress_uri"], json.dumps({"event": "statement", **facts}))
        except Exception as error:  # The job does not depend on who watches it.
            print(f"The progress could not be written: {error}", file=sys.stderr)


def run(spark, plan, database):
    """Makes the tables in between in a database of the run's own, writes the outputs, gives the counts."""
    for name, java_class in FUNCTIONS.items():
        spark.udf.registerJavaFunction(name, java_class, StringType())
    # What an earlier run of the same plan, or one that was interrupted, has left is in the way of the same tables.
    remove_folder(spark, plan["scratch_uri"])
    location = plan["scratch_uri"].replace("\\", "\\\\").replace("'", "\\'")
    spark.sql(f"CREATE DATABASE {database} LOCATION '{location}'")
    spark.sql(f"USE {database}")
    register_inputs(spark, plan["inputs"])
    total = len(plan["statements"]) + len(plan["outputs"])
    for done, statement in enumerate(plan["statements"]):
        tell_statement(spark, plan, name=statement["name"], done=done, total=total)
        spark.sparkContext.setJobDescription(statement["name"])
        spark.sql(statement["sql"])
        if statement["name"] == plan["checked_after"]:
            check_inputs(spark, plan["inputs"], plan["records"])
    counts = {count["name"]: spark.sql(count["sql"]).collect()[0].asDict() for count in plan["counts"]}
    for done, output in enumerate(plan["outputs"], start=len(plan["statements"])):
        tell_statement(spark, plan, name=output["name"], done=done, total=total)
        spark.sparkContext.setJobDescription(f"write {output['name']}")
        spark.sql(output["sql"]).write.mode("overwrite").parquet(output["uri"])
    remove_folder(spark, plan["scratch_uri"])
    return counts


def main(plan_uris):
    builder = SparkSession.builder.appName("cine-transform")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    context = spark.sparkContext
    tell("started", application_id=context.applicationId, web_url=context.uiWebUrl)
    try:
        for index, uri in enumerate(plan_uris):
            plan = read_plan(spark, uri)
            counts = run(spark.newSession() if index > 0 else spark, plan, f"cine_run_{index}")
            if plan.get("result_uri"):
                write_text(spark, plan["result_uri"], json.dumps({"event": "result", "counts": counts}))
            tell("result", counts=counts)
        return 0
    except Refused as refused:
        tell("error", code=refused.code, message=str(refused))
        return 1
    finally:
        spark.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
