// Status, description and node of a span. Documents come from readSegmentDocument.

/** The status by the same precedence as in the service graph. */
export function spanStatus(doc) {
  const code = doc.http?.response?.status;
  if (doc.throttle || code === 429) return "throttle";
  if (doc.fault || code >= 500) return "fault";
  if (doc.error || code >= 400) return "error";
  return doc.in_progress || (doc.end_time === undefined && !doc.inferred) ? "pending" : "ok";
}

/** Description of a call: "GetItem ProductCatalog", "GET /products/1", "SELECT …". */
export function spanDetail({ doc }) {
  const { aws, http, sql } = doc;
  const table = aws?.table_name ?? aws?.table_names?.join(", ");
  if (aws?.operation)
    return [aws.operation, table ?? aws.queue_url ?? aws.bucket_name ?? aws.topic_arn ?? aws.function_name]
      .filter(Boolean)
      .join(" ");
  if (sql) return sql.sanitized_query ?? sql.url ?? "SQL";
  if (http?.request)
    return [http.request.method, http.request.url && urlPathOf(http.request.url)].filter(Boolean).join(" ");
  return "";
}

function urlPathOf(url) {
  return url.replace(/^[a-z]+:\/\/[^/]+/i, "") || "/";
}

/** The name and type of the span's node in the service graph. */
export function nodeIdentity({ name, doc }) {
  const { aws, origin, namespace } = doc;
  if (/^dynamodb$/i.test(name) && aws?.table_name) return { name: aws.table_name, type: "AWS::DynamoDB::Table" };
  if (/^sqs$/i.test(name) && aws?.queue_url) return { name: aws.queue_url, type: "AWS::SQS::Queue" };
  if (/^s3$/i.test(name) && aws?.bucket_name) return { name: aws.bucket_name, type: "AWS::S3::Bucket" };
  return { name, type: origin ?? (doc.inferred && (namespace === "remote" || !aws?.operation) ? "remote" : "") };
}
