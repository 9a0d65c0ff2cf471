using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Wellread.Tests.Support;

namespace Wellread.Tests.Privacy;

public sealed class PrivacyEndpointsTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_reply_that_confirms_a_patient_is_stopped_and_a_safe_one_given()
    {
        const string text = "Thanks Karen! See you at your follow-up on March 3.";
        var answer = await PostAsync(new { text, channel = "facebook", mode = "reply", language = "en" });

        Assert.Equal("block", (string?)answer["verdict"]);
        Assert.False((bool)answer["stored"]!);
        Assert.Contains("Nothing you type here is saved.", answer["notes"]!.AsArray().Select(note => (string?)note));
        Assert.Equal(text.Length, (int)answer["length"]!["counted"]!);
        Assert.NotEmpty(answer["saferVersions"]!.AsArray());
        var codes = answer["findings"]!.AsArray().ToDictionary(finding => (string)finding!["code"]!, finding => text[(int)finding!["start"]!..(int)finding["end"]!]);
        Assert.Equal("Karen", codes["name"]);
        Assert.Equal("March 3", codes["date"]);
        Assert.StartsWith("See you at your follow-up", codes["patient-status"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_harmless_post_comes_back_clear_with_what_else_there_is_to_say()
    {
        var answer = await PostAsync(new { text = "Hypertension is common. If you think of suicide, call 988.", channel = "x" });

        Assert.Equal("clear", (string?)answer["verdict"]);
        Assert.Empty(answer["findings"]!.AsArray());
        Assert.Empty(answer["saferVersions"]!.AsArray());
        Assert.Equal("high blood pressure", ((string?)answer["jargon"]![0]!["plainWords"])?.ToLowerInvariant());
        Assert.Equal("suicide", (string?)answer["sensitiveTopics"]![0]!["subject"]);
        Assert.Equal(280, (int)answer["length"]!["limit"]!);
    }

    [Theory]
    [InlineData("x", false)]
    [InlineData("facebook", true)]
    public async Task A_character_that_the_network_refuses_does_not_fit(string channel, bool fits) =>
        Assert.Equal(fits, (bool)(await PostAsync(new { text = "Flu shots \uFFFF today", channel }))["length"]!["fits"]!);

    [Theory]
    [InlineData("Gracias María, nos vemos en su cita el 3 de marzo.", "es")]
    [InlineData("Gracias María, nos vemos en su cita el 3 de marzo.", null)]
    public async Task A_text_in_Spanish_is_answered_in_Spanish(string text, string? language)
    {
        var answer = await PostAsync(new { text, mode = "reply", language });

        Assert.Equal("es", (string?)answer["language"]);
        Assert.StartsWith("No publique esto", (string?)answer["summary"], StringComparison.Ordinal);
        Assert.Contains("Nada de lo que escriba aquí se guarda.", answer["notes"]!.AsArray().Select(note => (string?)note));
        var findings = answer["findings"]!.AsArray().ToDictionary(finding => (string)finding!["code"]!);
        Assert.Equal("un paciente", (string?)findings["name"]!["instead"]);
        Assert.Equal("hace poco", (string?)findings["date"]!["instead"]);
        Assert.StartsWith("Esto dice que alguien es o fue paciente", (string?)findings["patient-status"]!["rule"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Merci Madame Dupont, à bientôt pour votre opération du genou !")]
    [InlineData("Vielen Dank Frau Schmidt, wir sehen uns nach Ihrer Operation am 3. März.")]
    [InlineData("Cảm ơn chị Lan, hẹn gặp lại chị sau ca mổ.")]
    [InlineData("谢谢王太太,手术后见!")]
    public async Task A_text_in_a_language_that_is_not_read_is_never_called_clear(string text)
    {
        var answer = await PostAsync(new { text, mode = "reply" });

        Assert.NotEqual("clear", (string?)answer["verdict"]);
        Assert.Contains(answer["notes"]!.AsArray(), note => ((string)note!).StartsWith("This check reads only English and Spanish.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Café hours: our flu clinic is open on Saturday.", null)]
    [InlineData("El consultorio abre el sábado de 9 a 12.", null)]
    [InlineData("Merci Madame", "en")]
    public async Task A_text_in_English_or_Spanish_gets_no_such_note(string text, string? language) =>
        Assert.DoesNotContain((await PostAsync(new { text, language }))["notes"]!.AsArray(), note => ((string)note!).Contains("other language", StringComparison.Ordinal) || ((string)note!).Contains("otro idioma", StringComparison.Ordinal));

    [Fact]
    public async Task The_longest_text_that_a_network_takes_is_looked_through_to_its_end()
    {
        var text = string.Concat(Enumerable.Repeat("Drink water and rest well. ", 2_300)) + "MRN 00482913";
        var finding = Assert.Single((await PostAsync(new { text, channel = "facebook" }))["findings"]!.AsArray());

        Assert.True(text.Length > 62_000);
        Assert.Equal(("record-number", text.Length - 8, text.Length), ((string)finding!["code"]!, (int)finding["start"]!, (int)finding["end"]!));
        using var tooLong = await _host.CreateClient().PostAsJsonAsync("/api/v1/posts/check", new { text = new string('a', 65_537) });
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
    }

    [Fact]
    public async Task A_caption_with_a_patients_picture_is_told_to_change_the_picture() =>
        Assert.Contains((await PostAsync(new { text = "Before and after! Smile makeover of our patient Jonah.", mode = "caption" }))["notes"]!.AsArray(), note => ((string)note!).Contains("picture that shows no patient", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"text":" "}""", "validation")]
    [InlineData("""{}""", "validation")]
    [InlineData("""{"text":"a","mode":"letter"}""", "validation")]
    [InlineData("""{"text":"a","mode":"7"}""", "validation")]
    [InlineData("""{"text":"a","mode":"1"}""", "validation")]
    [InlineData("""{"text":"a","mode":"post, caption"}""", "validation")]
    [InlineData("""{"text":"a","channel":"fax"}""", "unknown-channel")]
    [InlineData("""{"text":"a","language":"fr"}""", "unknown-language")]
    public async Task What_is_wrong_with_a_request_is_said(string body, string code)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await _host.CreateClient().PostAsync("/api/v1/posts/check", content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, (string?)(await response.Content.ReadFromJsonAsync<JsonNode>())!["code"]);
    }

    [Fact]
    public async Task Safe_replies_are_given_by_kind_and_language()
    {
        var client = _host.CreateClient();
        var all = (await client.GetFromJsonAsync<JsonNode>("/api/v1/posts/safe-replies"))!["items"]!.AsArray();
        var some = (await client.GetFromJsonAsync<JsonNode>("/api/v1/posts/safe-replies?kind=billing&language=es"))!["items"]!.AsArray();

        Assert.True(all.Count > some.Count);
        Assert.NotEmpty(some);
        Assert.All(some, reply => Assert.Equal(("billing", "es"), ((string?)reply!["kind"], (string?)reply["language"])));
        using var wrong = await client.GetAsync("/api/v1/posts/safe-replies?kind=gossip");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    private async Task<JsonNode> PostAsync(object request)
    {
        using var response = await _host.CreateClient().PostAsJsonAsync("/api/v1/posts/check", request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
