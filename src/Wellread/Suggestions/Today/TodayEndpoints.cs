using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Wellread.Articles;
using Wellread.Platform;
using Wellread.Practices;
using Wellread.Suggestions.Observances;

namespace Wellread.Suggestions.Today;

internal static class TodayEndpoints
{
    public static IEndpointRouteBuilder MapToday(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/v1/suggestions/today").WithTags(ApiTags.StartHere).MapGet("/", GetToday)
            .Fails(Problems.Validation, Problems.UnknownChannel, Problems.UnknownPractice, Problems.StoreUnavailable).NeedsArticles(whole: true);
        return app;
    }

    /// <summary>Show what to share today</summary>
    /// <remarks>
    /// One to five picks for one channel, as many as are left of this week there. They stay the same all day: what you decide on stays in the list with your decision, and
    /// what should no longer be shared is replaced. Ask with `reroll=1`, then `2` and so on, to see others, and with `reroll=0` to see the first again: each number is one
    /// set, the same however often you ask for it. The set that you asked for last stays for the day, for everybody at your practice. Leave every box empty to see your
    /// first channel.
    /// </remarks>
    /// <param name="picker">Set by the service.</param>
    /// <param name="practices">Set by the service.</param>
    /// <param name="state">Set by the service.</param>
    /// <param name="observances">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    /// <param name="channel" example="facebook">Where you want to share.</param>
    /// <param name="practice" example="default">Whom it is for: a practice's `id`. The default practice if left empty.</param>
    /// <param name="reroll">Which set of the day to see: 0 for the first, up to 20. The one last asked for at your practice today if left empty.</param>
    /// <param name="figures" example="true">True to see the points behind each pick.</param>
    /// <response code="200">The picks. The list is empty only when there is nothing left that is safe to share and fits.</response>
    internal static async Task<Results<Ok<TodayList>, ProblemHttpResult>> GetToday(
        TodayPicker picker,
        CurrentPractices practices,
        SuggestionState state,
        ObservanceCatalog observances,
        CancellationToken cancellationToken,
        [KnownChannels] string? channel = null,
        string? practice = null,
        [Range(0, TodayPicker.MostRerolls, ErrorMessage = "Ask for set 0 to 20.")] int? reroll = null,
        bool figures = false)
    {
        if (practices.Find(practice) is not { } forPractice) return PracticesEndpoints.NoSuch();
        var on = string.IsNullOrEmpty(channel) ? FirstChannel(forPractice) : ChannelInfo.Find(channel);
        if (on is null) return Problems.UnknownChannel.Because($"Use one of these: {ChannelInfo.Slugs}.", "channel");

        var today = await picker.PickAsync(forPractice, on.Channel, reroll, cancellationToken);
        var decisions = state.Current.Decisions.Of(forPractice.Id);
        return TypedResults.Ok(new TodayList(
            today.Date,
            forPractice.Id,
            on.Channel,
            [.. today.Items.Select(item => new TodayPick(
                Suggestion.From(item, forPractice, figures),
                decisions.Find(item.Candidate.Article.Id)?.Standing is { } standing ? DecisionItem.From(standing, forPractice) : null))],
            TodayBudget.From(today.Budget, forPractice),
            Note(today),
            [.. observances.Upcoming(today.Date, forPractice.Countries).Select(ObservanceItem.From)],
            today.Samples,
            today.Stale));
    }

    private static ChannelInfo FirstChannel(Practice practice) =>
        practice.ChannelsFor(ArticleAudience.Patients).Concat(practice.ChannelsFor(ArticleAudience.Colleagues)).FirstOrDefault() ?? ChannelInfo.Of(Channel.Facebook);

    private static string? Note(TodayPicks today) => today switch
    {
        { Items.IsEmpty: true } => "There is nothing new to share here right now. You may have decided on all there is, or none is safe and fits these readers. More comes in all day.",
        { Repeats: true } => "You have seen all that fits today, so some of these were shown before.",
        _ => null,
    };
}
