#!/usr/bin/env bash
# aurora-data-api, the DB-API driver for the RDS Data API, sends a bytearray or memoryview as the text of Python's
# repr: "bytearray(b'...')" is what the database is given, without an error; a text column, or
# a cast, stores it.
#
# Expected: DB-API 2.0 describes binary values as an object "capable of holding a binary (long) string value"
# (https://peps.python.org/pep-0249/#type-objects-and-constructors), and the Data API takes them as blobValue
# (https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_Field.html). The driver's own table of types says
# bytearray for a bytea column, so a value that was described as such can't be given back.
# Why: prepare_param looks up the exact type, knows bytes alone, and calls str() on all that it doesn't know. A dict so
# becomes no JSON, either: {'a': None} in single quotes. No report of it was found:
# https://github.com/cloud-utils/aurora-data-api/issues
# The client is botocore's, its requests caught before they are sent: no database is needed to see what is sent.
# shellcheck source=findings/lib/finding.sh
. "$(dirname "$0")/lib/finding.sh"

pip_install aurora-data-api==0.5.0 boto3==1.44.8

observed=$("$python" - <<'PY'
import boto3
import aurora_data_api
from botocore.stub import ANY, Stubber

client = boto3.client("rds-data", region_name="eu-central-1", aws_access_key_id="none", aws_secret_access_key="none")
arn = "arn:aws:rds:eu-central-1:123456789012:cluster:none"
sent = []
client.meta.events.register(
    "before-parameter-build.rds-data.ExecuteStatement", lambda params, **_: sent.append(params["parameters"][0]["value"]))

with Stubber(client) as stub:
    stub.add_response("begin_transaction", {"transactionId": "1"})
    for _ in range(3):
        stub.add_response("execute_statement", {"numberOfRecordsUpdated": 1})
    stub.add_response("commit_transaction", {"transactionStatus": "Transaction Committed"})
    with aurora_data_api.connect(arn, arn, rds_data_client=client, database="none") as connection:
        with connection.cursor() as cursor:
            for value in (b"ab", bytearray(b"ab"), {"a": None}):
                cursor.execute("INSERT INTO t VALUES (:v)", {"v": value})
print("; ".join(f"{name} {value}" for name, value in zip(("bytes", "bytearray", "dict"), sent)))
PY
)

report "aurora-data-api sends a bytearray as the text of its repr" \
  "aurora-data-api 0.5.0, boto3 1.44.8" \
  "bytes {'blobValue': b'ab'}; bytearray the same; dict as JSON, or an error" \
  "$observed" \
  "bytes {'blobValue': b'ab'}; bytearray {'stringValue': \"bytearray(b'ab')\"}; dict {'stringValue': \"{'a': None}\"}"
