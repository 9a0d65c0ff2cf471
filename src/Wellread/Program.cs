using Wellread.Commands;

if (args is ["parse", ..]) return await ParseCommand.Create().Parse(args[1..]).InvokeAsync();

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
await app.RunAsync();
return 0;
