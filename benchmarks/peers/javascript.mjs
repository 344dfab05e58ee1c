// PutItem through the JavaScript SDK: javascript.mjs URL CONNECTIONS SECONDS. Prints processor microseconds an operation and operations a second.
import { createRequire } from "node:module";
const { DynamoDBClient, PutItemCommand } = createRequire(process.cwd() + "/")("@aws-sdk/client-dynamodb");

const [url, connections, seconds] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const client = new DynamoDBClient({
  endpoint: url, region: "us-east-1", maxAttempts: 1, credentials: { accessKeyId: "key", secretAccessKey: "secret" },
});
const payload = "x".repeat(977);
let done = 0;
let running = true;
const work = async () => {
  while (running) {
    await client.send(new PutItemCommand({
      TableName: "items", ReturnConsumedCapacity: "TOTAL",
      Item: { pk: { S: "bench#" + String(done).padStart(12, "0") }, payload: { S: payload }, timestamp: { N: "1795342500000" } },
    }));
    done++;
  }
};
const lanes = Array.from({ length: connections }, work);
const pause = (s) => new Promise((resume) => setTimeout(resume, s * 1000));
await pause(1.5);
const [before, first, start] = [process.cpuUsage(), done, performance.now()];
await pause(seconds);
const [used, operations, elapsed] = [process.cpuUsage(before), done - first, (performance.now() - start) / 1000];
running = false;
await Promise.all(lanes);
console.log(`${((used.user + used.system) / operations).toFixed(1)}\t${(operations / elapsed).toFixed(0)}\t\t${(process.memoryUsage.rss() / 1048576).toFixed(0)}`);
process.exit(0);
