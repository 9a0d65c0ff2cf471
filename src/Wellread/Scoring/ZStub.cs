using Wellread.Articles;
namespace Wellread.Scoring;
internal sealed class FriendlinessScorer { public Assessment Score(string title, string text, string language) => new(0.9, 6, ArticleAudience.Patients, [], title.Length + text.Length + language + "stub" + this.GetType()); }
internal static class ScoringFeature { public static IHostApplicationBuilder AddScoring(this IHostApplicationBuilder b) { b.Services.AddSingleton<FriendlinessScorer>(); b.Services.AddSingleton<ArticleScoring>(); return b; } }
