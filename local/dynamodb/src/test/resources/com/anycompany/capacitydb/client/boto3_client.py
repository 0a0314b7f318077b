"""Uses a table through boto3's client and resource; prints "passed" if everything is as it should be."""

import sys
from decimal import Decimal

import boto3
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError


def error_of(call):
    try:
        call()
    except ClientError as error:
        return error.response["Error"]["Code"], error.response["Error"]["Message"]
    raise AssertionError("no error")


def main(endpoint):
    client = boto3.client("dynamodb", endpoint_url=endpoint)
    resource = boto3.resource("dynamodb", endpoint_url=endpoint)
    table = resource.create_table(
        TableName="Notes",
        AttributeDefinitions=[
            {"AttributeName": "author", "AttributeType": "S"},
            {"AttributeName": "number", "AttributeType": "N"},
        ],
        KeySchema=[
            {"AttributeName": "author", "KeyType": "HASH"},
            {"AttributeName": "number", "KeyType": "RANGE"},
        ],
        ProvisionedThroughput={"ReadCapacityUnits": 100, "WriteCapacityUnits": 100},
    )
    table.wait_until_exists()

    with table.batch_writer() as batch:
        for number in range(60):
            batch.put_item(
                Item={
                    "author": "ann",
                    "number": number,
                    "half": Decimal(number) / 2,
                    "bytes": b"\x00\xff",
                    "words": {"a", "b"},
                    "list": [1, None, True, {"x": "y"}],
                }
            )
    item = table.get_item(Key={"author": "ann", "number": 3})["Item"]
    assert item["half"] == Decimal("1.5"), item
    assert item["bytes"].value == b"\x00\xff", item
    assert item["words"] == {"a", "b"}, item
    assert item["list"] == [1, None, True, {"x": "y"}], item

    found = table.query(
        KeyConditionExpression=Key("author").eq("ann") & Key("number").between(10, 20),
        FilterExpression=Attr("half").gte(7) & ~Attr("half").is_in([Decimal(8)]),
        ScanIndexForward=False,
    )
    assert [int(note["number"]) for note in found["Items"]] == [20, 19, 18, 17, 15, 14], found
    assert found["ScannedCount"] == 11, found

    pages = client.get_paginator("scan").paginate(TableName="Notes", PaginationConfig={"PageSize": 7})
    assert sum(len(page["Items"]) for page in pages) == 60

    updated = table.update_item(
        Key={"author": "ann", "number": 1},
        UpdateExpression="SET #h = #h + :one ADD words :more REMOVE #l[0]",
        ExpressionAttributeNames={"#h": "half", "#l": "list"},
        ExpressionAttributeValues={":one": 1, ":more": {"c"}},
        ReturnValues="UPDATED_NEW",
        ReturnConsumedCapacity="TOTAL",
    )
    assert updated["Attributes"]["half"] == Decimal("1.5"), updated
    assert updated["Attributes"]["words"] == {"a", "b", "c"}, updated
    assert updated["ConsumedCapacity"]["CapacityUnits"] == 1.0, updated

    assert error_of(
        lambda: table.put_item(
            Item={"author": "ann", "number": 1}, ConditionExpression=Attr("author").not_exists()
        )
    ) == ("ConditionalCheckFailedException", "The conditional request failed")
    assert error_of(lambda: table.get_item(Key={"author": "ann"})) == (
        "ValidationException",
        "The provided key element does not match the schema",
    )
    selected = client.execute_statement(
        Statement="SELECT number FROM Notes WHERE author = ? AND number < ?",
        Parameters=[{"S": "ann"}, {"N": "2"}],
    )
    assert selected["Items"] == [{"number": {"N": "0"}}, {"number": {"N": "1"}}], selected
    table.delete()
    table.wait_until_not_exists()
    print("passed")


if __name__ == "__main__":
    main(sys.argv[1])
