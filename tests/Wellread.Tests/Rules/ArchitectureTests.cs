using Mono.Cecil;
using Mono.Cecil.Rocks;
using Wellread.Platform;

namespace Wellread.Tests.Rules;

/// <summary>Data flows right, references point left: held over the compiled code, async methods and lambdas included.</summary>
public sealed class ArchitectureTests
{
    /// <summary>The rooms, in the order of the flow. A room uses only itself and what stands before it.</summary>
    private static readonly string[] Rooms =
    [
        "Platform", "Storage", "Feeds", "Articles", "Scoring", "Practices", "Suggestions", "Sharing", "Privacy", "Refresh", "Commands",
    ];

    /// <summary>Where each technology lives.</summary>
    private static readonly (string Namespace, string[] Rooms)[] Technologies =
    [
        ("StackExchange.Redis", ["Storage"]),
        ("Microsoft.Data.Sqlite", ["Storage"]),
        ("SQLitePCL", ["Storage"]),
        ("System.Net.Http", ["Feeds"]),
        ("System.Xml", ["Feeds"]),
        ("Microsoft.ML", ["Scoring"]),
        ("AngleSharp", ["Articles", "Feeds"]),
        ("System.CommandLine", ["Commands"]),
        ("Swashbuckle", ["Platform"]),
        ("Microsoft.OpenApi", ["Platform"]),
    ];

    [Fact]
    public void A_room_uses_only_what_stands_before_it()
    {
        var wrong = References()
            .Where(reference => RoomOf(reference.To) is { } to && Array.IndexOf(Rooms, to) > Array.IndexOf(Rooms, reference.Room))
            .Select(reference => $"{reference.From} uses {reference.To}");
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Every_type_is_in_a_room()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(HomeFolder).Assembly.Location);
        var homeless = assembly.MainModule.Types
            .Where(type => type.Namespace.StartsWith("Wellread", StringComparison.Ordinal) && RoomOf(type.FullName) is null)
            .Select(type => type.FullName);
        Assert.Empty(homeless);
    }

    [Fact]
    public void A_technology_has_one_home()
    {
        var wrong =
            from reference in References()
            from technology in Technologies
            where reference.To.StartsWith(technology.Namespace + ".", StringComparison.Ordinal) && !technology.Rooms.Contains(reference.Room)
            select $"{reference.From} uses {reference.To}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Answers_are_made_at_the_endpoints()
    {
        var wrong = References()
            .Where(reference => reference.Room != "Platform" && !TopName(reference.From).EndsWith("Endpoints", StringComparison.Ordinal))
            .Where(reference => reference.To.StartsWith("Microsoft.AspNetCore.Http.HttpResults.", StringComparison.Ordinal)
                || reference.To is "Microsoft.AspNetCore.Http.TypedResults" or "Microsoft.AspNetCore.Http.Results")
            .Select(reference => $"{reference.From} uses {reference.To}");
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Classes_that_are_not_bases_are_sealed_and_only_request_bodies_are_public()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(HomeFolder).Assembly.Location);
        var types = assembly.MainModule.GetAllTypes()
            .Where(type => RoomOf(type.FullName) is not null && type.IsClass && !type.Name.Contains('<', StringComparison.Ordinal))
            .ToList();
        var bases = types.Select(type => type.BaseType?.FullName).ToHashSet();
        Assert.Empty(types.Where(type => !type.IsSealed && !type.IsAbstract && !bases.Contains(type.FullName)).Select(type => type.FullName));
        Assert.Empty(types.Where(type => type.IsPublic && !type.Name.EndsWith("Request", StringComparison.Ordinal)).Select(type => type.FullName));
    }

    private static string? RoomOf(string typeName)
    {
        var parts = typeName.Split('.');
        return parts is ["Wellread", var room, ..] && Rooms.Contains(room) ? room : null;
    }

    private static string TopName(string typeName) => typeName.Split('/')[0];

    private static List<(string Room, string From, string To)> References()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(HomeFolder).Assembly.Location);
        var references = new List<(string Room, string From, string To)>();
        foreach (var type in assembly.MainModule.GetAllTypes())
        {
            if (RoomOf(type.FullName) is not { } room) continue;
            references.AddRange(UsedBy(type).SelectMany(Flat).Select(used => (room, type.FullName, used)).Distinct());
        }

        Assert.NotEmpty(references);
        return references;
    }

    private static IEnumerable<TypeReference?> UsedBy(TypeDefinition type)
    {
        yield return type.BaseType;
        foreach (var implemented in type.Interfaces) yield return implemented.InterfaceType;
        foreach (var field in type.Fields) yield return field.FieldType;
        foreach (var method in type.Methods)
        {
            yield return method.ReturnType;
            foreach (var parameter in method.Parameters) yield return parameter.ParameterType;
            if (!method.HasBody) continue;
            foreach (var variable in method.Body.Variables) yield return variable.VariableType;
            foreach (var operand in method.Body.Instructions.Select(instruction => instruction.Operand))
            {
                if (operand is TypeReference used) yield return used;
                if (operand is not MemberReference member) continue;
                yield return member.DeclaringType;
                if (member is MethodReference called) yield return called.ReturnType;
                if (member is GenericInstanceMethod generic)
                {
                    foreach (var argument in generic.GenericArguments) yield return argument;
                }
            }
        }
    }

    /// <summary>The names in a type reference: its own, its element's, its arguments'.</summary>
    private static IEnumerable<string> Flat(TypeReference? type)
    {
        if (type is null or GenericParameter) yield break;
        if (type is GenericInstanceType generic)
        {
            foreach (var name in generic.GenericArguments.SelectMany(Flat)) yield return name;
        }

        yield return type.GetElementType().FullName;
    }
}
