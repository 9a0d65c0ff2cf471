using System.CommandLine;
using Wellread.Commands;
using Wellread.Scoring;

if (args is ["train" or "evaluate" or "score", ..])
{
    var root = new RootCommand("Wellread") { TrainCommand.Create(), EvaluateCommand.Create(), ScoreCommand.Create() };
    return root.Parse(args).Invoke();
}
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.AddScoring();
var app = builder.Build();
await app.RunAsync();
return 0;
