using System.Text;
using Wellread.Sharing.Webhooks;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

public sealed class WebhookSignatureTests
{
    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    /// <summary>The values that the specification's own libraries are tested with.</summary>
    [Fact]
    public void A_message_is_signed_as_the_published_example_is()
    {
        var secret = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Then, Until: null);
        var headers = WebhookSignature.Headers("msg_p5jXN8AQM9LWM0D4loKWxJek", Then, Encoding.UTF8.GetBytes("{\"test\": 2432232314}"), [secret]);
        Assert.Equal(
            [("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"), ("webhook-timestamp", "1614265330"), ("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")],
            headers);
    }

    [Fact]
    public void Two_secrets_give_two_signatures_with_a_space_between()
    {
        var (now, before) = (SigningSecret.Make(Then), SigningSecret.Make(Then));
        var both = Signature([now, before]);
        Assert.Equal($"{Signature([now])} {Signature([before])}", both);
        Assert.NotEqual(Signature([now]), Signature([before]));
    }

    [Fact]
    public void A_secret_is_32_random_bytes_in_base64_and_is_never_printed()
    {
        var secret = SigningSecret.Make(Then);
        Assert.StartsWith("whsec_", secret.Value, StringComparison.Ordinal);
        Assert.Equal(32, secret.Key().Length);
        Assert.NotEqual(secret.Value, SigningSecret.Make(Then).Value);
        var webhook = Sample(secret);
        Assert.DoesNotContain(secret.Value[6..], $"{secret} {webhook} {webhook.Secrets[0]}", StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_secret_signs_for_a_day_longer()
    {
        var webhook = Sample(SigningSecret.Make(Then)).WithNewSecret(Then.AddHours(1));
        Assert.Equal(2, webhook.SecretsAt(Then.AddHours(24)).Count());
        Assert.Equal([webhook.Secrets[0]], webhook.SecretsAt(Then.AddHours(25)));
        Assert.Equal(2, webhook.WithNewSecret(Then.AddHours(26)).Secrets.Length);
        Assert.Equal([null, Then.AddHours(26), Then.AddHours(25)], webhook.WithNewSecret(Then.AddHours(2)).Secrets.Select(secret => secret.Until));
    }

    [Fact]
    public void Nothing_in_an_id_can_be_taken_for_another_part_of_what_is_signed()
    {
        Assert.Matches("^msg_[0-9a-f]{32}$", WebhookEvent.IdOf("suggestion.ready", "a.b", "c"));
        Assert.NotEqual(WebhookEvent.IdOf("a", "b"), WebhookEvent.IdOf("ab"));
    }

    private static string Signature(SigningSecret[] secrets) =>
        WebhookSignature.Headers("msg_1", Then, "{}"u8, secrets).Single(header => header.Name == "webhook-signature").Value;

    private static Webhook Sample(SigningSecret secret) => new()
    {
        Id = WebhookId.Make(),
        Url = "https://hooks.example.org/",
        Events = [EventTypes.SuggestionReady],
        Service = "http://localhost",
        CreatedAt = Make.Morning,
        Since = new LogPositions(0, 0),
        Secrets = [secret],
    };
}
