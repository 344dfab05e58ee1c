"""PutItem through boto3: boto.py URL CONNECTIONS SECONDS. Prints processor microseconds an operation and operations a second."""
import resource
import sys
import threading
import time

import boto3
from botocore.config import Config

url, connections, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
client = boto3.client(
    "dynamodb", endpoint_url=url, region_name="us-east-1", aws_access_key_id="key", aws_secret_access_key="secret",
    config=Config(max_pool_connections=connections, retries={"total_max_attempts": 1}))
counts = [0] * connections
payload = "x" * 977
running = True


def work(lane):
    while running:
        client.put_item(
            TableName="items", ReturnConsumedCapacity="TOTAL",
            Item={"pk": {"S": f"bench#{lane:04}{counts[lane]:08}"}, "payload": {"S": payload}, "timestamp": {"N": "1795342500000"}})
        counts[lane] += 1


def used():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


threads = [threading.Thread(target=work, args=(lane,)) for lane in range(connections)]
for thread in threads:
    thread.start()
time.sleep(1)
before, done, start = used(), sum(counts), time.monotonic()
time.sleep(seconds)
cost, operations, elapsed = used() - before, sum(counts) - done, time.monotonic() - start
running = False
for thread in threads:
    thread.join()
print(f"{cost / operations * 1e6:.1f}\t{operations / elapsed:.0f}\t\t{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")
