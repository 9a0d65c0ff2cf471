using Wellread.Tests.Storage;

namespace Wellread.Tests.Sharing.Webhooks;

// What goes by versions, leases and ranked sets, on each engine.
public sealed class SqliteWebhookRetryTests() : WebhookRetryTests(new SqliteEngine());

public sealed class RedisWebhookRetryTests(RedisFixture fixture) : WebhookRetryTests(new RedisEngine(fixture)), IClassFixture<RedisFixture>;

public sealed class SqliteWebhookTakeoverTests() : WebhookTakeoverTests(new SqliteEngine());

public sealed class RedisWebhookTakeoverTests(RedisFixture fixture) : WebhookTakeoverTests(new RedisEngine(fixture)), IClassFixture<RedisFixture>;
