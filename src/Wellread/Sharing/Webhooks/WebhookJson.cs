using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wellread.Sharing.Webhooks;

/// <summary>How webhooks and what belongs to them are stored.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Webhook))]
[JsonSerializable(typeof(WebhookHealth))]
[JsonSerializable(typeof(Delivery))]
[JsonSerializable(typeof(EventCursor))]
[JsonSerializable(typeof(ToldChange))]
[JsonSerializable(typeof(ToldFeeds))]
internal sealed partial class WebhookJson : JsonSerializerContext;
