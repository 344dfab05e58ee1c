"""A round of requests with the Python SDK. Usage: python3 client.py <endpoint>"""
import sys
from decimal import Decimal

import boto3
from boto3.dynamodb.conditions import Attr
from botocore.config import Config
from botocore.exceptions import ClientError

NAME = "from-python"
checks = 0


def check(actual, expected):
    global checks
    assert actual == expected, f"{actual!r} is not {expected!r}"
    checks += 1


def failure(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return error.response
    return None


resource = boto3.resource(
    "dynamodb", endpoint_url=sys.argv[1], region_name="eu-central-1", aws_access_key_id="any", aws_secret_access_key="any",
    config=Config(retries={"total_max_attempts": 1}),
)
client = resource.meta.client
table = resource.create_table(
    TableName=NAME, BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
    AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}],
)
client.get_waiter("table_exists").wait(TableName=NAME, WaiterConfig={"Delay": 1})
table.reload()
check(table.table_status, "ACTIVE")
check(table.table_arn, f"arn:aws:dynamodb:eu-central-1:000000000000:table/{NAME}")
check(table.creation_date_time.year >= 2020, True)

item = {
    "pk": "a", "n": Decimal("1.5"), "b": b"\x00\xff", "t": True, "z": None, "ss": {"x", "y"}, "ns": {Decimal(1), Decimal(2)},
    "l": [Decimal(1)], "m": {"k": "é 😀"},
}
table.put_item(Item=item)
got = table.get_item(Key={"pk": "a"}, ConsistentRead=True, ReturnConsumedCapacity="TOTAL")
check(got["Item"], item)
check(got["ConsumedCapacity"]["CapacityUnits"], 1.0)
check(table.get_item(Key={"pk": "a"}, ProjectionExpression="m.k, l[0]")["Item"], {"m": {"k": "é 😀"}, "l": [Decimal(1)]})

refused = failure(
    table.put_item, Item={"pk": "a"}, ConditionExpression=Attr("pk").not_exists(), ReturnValuesOnConditionCheckFailure="ALL_OLD")
check(refused["Error"]["Code"], "ConditionalCheckFailedException")
check(refused["Item"]["n"], {"N": "1.5"})
check(len(refused["ResponseMetadata"]["RequestId"]), 52)
wrong = failure(table.put_item, Item={"pk": "a"}, ConditionExpression="name = x")
check(
    (wrong["Error"]["Code"], wrong["Error"]["Message"]),
    ("ValidationException", "Invalid ConditionExpression: Attribute name is a reserved keyword; reserved keyword: name"))

with table.batch_writer() as batch:
    for i in range(60):
        batch.put_item(Item={"pk": f"batch-{i}", "n": i})
check(table.scan(Select="COUNT")["Count"], 61)
found, start = [], {}
while True:
    page = table.scan(Limit=7, FilterExpression=Attr("n").gte(10) & Attr("pk").begins_with("batch"), **start)
    found += [entry["pk"] for entry in page["Items"]]
    if "LastEvaluatedKey" not in page:
        break
    start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}
check(sorted(found), sorted(f"batch-{i}" for i in range(10, 60)))

check(table.delete_item(Key={"pk": "a"}, ReturnValues="ALL_OLD")["Attributes"], item)
check("Item" in table.get_item(Key={"pk": "a"}), False)
client.tag_resource(ResourceArn=table.table_arn, Tags=[{"Key": "k", "Value": "v"}])
check(client.list_tags_of_resource(ResourceArn=table.table_arn)["Tags"], [{"Key": "k", "Value": "v"}])
check(failure(client.get_item, TableName="not-there", Key={"pk": {"S": "a"}})["Error"]["Code"], "ResourceNotFoundException")
table.delete()
client.get_waiter("table_not_exists").wait(TableName=NAME, WaiterConfig={"Delay": 1})
check(failure(client.describe_table, TableName=NAME)["Error"]["Code"], "ResourceNotFoundException")
print(f"{checks} checks passed")
