// A round of requests with the JavaScript SDK. Usage, in a folder that has the package: node client.cjs <endpoint>
const { createRequire } = require('node:module');
const assert = require('node:assert');

const requireHere = createRequire(`${process.cwd()}/`);
const {
  DynamoDBClient, CreateTableCommand, DescribeTableCommand, PutItemCommand, GetItemCommand, DeleteItemCommand, ScanCommand,
  BatchWriteItemCommand, TagResourceCommand, ListTagsOfResourceCommand, DeleteTableCommand, waitUntilTableExists, waitUntilTableNotExists,
} = requireHere('@aws-sdk/client-dynamodb');

const client = new DynamoDBClient({
  endpoint: process.argv[2], region: 'eu-central-1', credentials: { accessKeyId: 'any', secretAccessKey: 'any' }, maxAttempts: 1,
});
const TableName = 'from-javascript';
let checks = 0;

function check(actual, expected) {
  assert.deepStrictEqual(actual, expected);
  checks += 1;
}

async function failure(command) {
  try {
    await client.send(command);
    return null;
  } catch (error) {
    return error;
  }
}

async function main() {
  await client.send(new CreateTableCommand({
    TableName, BillingMode: 'PAY_PER_REQUEST', KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  }));
  await waitUntilTableExists({ client, minDelay: 1, maxDelay: 1, maxWaitTime: 20 }, { TableName });
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  check(Table.TableStatus, 'ACTIVE');
  check(Table.TableArn, `arn:aws:dynamodb:eu-central-1:000000000000:table/${TableName}`);
  check(Table.CreationDateTime instanceof Date, true);

  const Item = {
    pk: { S: 'a' }, n: { N: '1.5' }, b: { B: new Uint8Array([0, 255]) }, t: { BOOL: true }, z: { NULL: true }, ss: { SS: ['x', 'y'] },
    l: { L: [{ N: '1' }] }, m: { M: { k: { S: 'é 😀' } } },
  };
  await client.send(new PutItemCommand({ TableName, Item }));
  const got = await client.send(new GetItemCommand({ TableName, Key: { pk: { S: 'a' } }, ConsistentRead: true, ReturnConsumedCapacity: 'TOTAL' }));
  check(got.Item, Item);
  check(got.ConsumedCapacity.CapacityUnits, 1);
  const projected = await client.send(new GetItemCommand({ TableName, Key: { pk: { S: 'a' } }, ProjectionExpression: 'm.k, l[0]' }));
  check(projected.Item, { m: { M: { k: { S: 'é 😀' } } }, l: { L: [{ N: '1' }] } });

  const refused = await failure(new PutItemCommand({
    TableName, Item: { pk: { S: 'a' } }, ConditionExpression: 'attribute_not_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  }));
  check(refused.name, 'ConditionalCheckFailedException');
  check(refused.Item.n, { N: '1.5' });
  check(refused.$metadata.requestId.length, 52);
  const wrong = await failure(new PutItemCommand({ TableName, Item: { pk: { S: 'a' } }, ConditionExpression: 'name = x' }));
  check([wrong.name, wrong.message], ['ValidationException', 'Invalid ConditionExpression: Attribute name is a reserved keyword; reserved keyword: name']);

  const puts = Array.from({ length: 25 }, (_, i) => ({ PutRequest: { Item: { pk: { S: `batch-${i}` }, n: { N: String(i) } } } }));
  const batch = await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: puts } }));
  check(batch.UnprocessedItems, {});
  const found = [];
  let ExclusiveStartKey;
  do {
    const page = await client.send(new ScanCommand({
      TableName, ExclusiveStartKey, Limit: 7, FilterExpression: 'n >= :ten', ExpressionAttributeValues: { ':ten': { N: '10' } },
    }));
    found.push(...page.Items.map((item) => item.pk.S));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  check(found.sort(), puts.slice(10).map((put) => put.PutRequest.Item.pk.S).sort());

  const deleted = await client.send(new DeleteItemCommand({ TableName, Key: { pk: { S: 'a' } }, ReturnValues: 'ALL_OLD' }));
  check(deleted.Attributes, Item);
  check((await client.send(new GetItemCommand({ TableName, Key: { pk: { S: 'a' } } }))).Item, undefined);

  await client.send(new TagResourceCommand({ ResourceArn: Table.TableArn, Tags: [{ Key: 'k', Value: 'v' }] }));
  check((await client.send(new ListTagsOfResourceCommand({ ResourceArn: Table.TableArn }))).Tags, [{ Key: 'k', Value: 'v' }]);
  check((await failure(new GetItemCommand({ TableName: 'not-there', Key: { pk: { S: 'a' } } }))).name, 'ResourceNotFoundException');
  await client.send(new DeleteTableCommand({ TableName }));
  await waitUntilTableNotExists({ client, minDelay: 1, maxDelay: 1, maxWaitTime: 20 }, { TableName });
  check((await failure(new DescribeTableCommand({ TableName }))).name, 'ResourceNotFoundException');
  console.log(`${checks} checks passed`);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
