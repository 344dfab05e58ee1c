-- What the wire client sends, as fixed bytes: the same length, signed once and for all.
wrk.method = "POST"
wrk.headers["content-type"] = "application/x-amz-json-1.0"
wrk.headers["x-amz-target"] = "DynamoDB_20120810.PutItem"
wrk.headers["x-amz-date"] = "20261122T101500Z"
wrk.headers["x-amz-content-sha256"] = string.rep("0", 64)
wrk.headers["user-agent"] = "wrk"
wrk.headers["authorization"] = "AWS4-HMAC-SHA256 Credential=key/20261122/us-east-1/dynamodb/aws4_request, "
  .. "SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date;x-amz-target, Signature=" .. string.rep("0", 64)
wrk.body = '{"TableName":"items","Item":{"pk":{"S":"bench#000000000042"},"payload":{"S":"' .. string.rep("x", 977)
  .. '"},"timestamp":{"N":"1795342500000"}},"ReturnConsumedCapacity":"TOTAL"}'
