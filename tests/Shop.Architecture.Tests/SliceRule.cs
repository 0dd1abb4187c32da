using Mono.Cecil;

namespace Shop.Architecture.Tests;

/// <summary>Finds references from one slice into another that the table forbids or that reach internal types.</summary>
internal static class SliceRule
{
    public static IReadOnlyList<string> Violations(string assemblyPath, string root, IReadOnlyDictionary<string, string[]> mayKnow)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in assembly.MainModule.GetTypes())
        {
            if (SliceOf(type.FullName, root) is not { } from)
                continue;
            foreach (var target in ReferencedTypes(type).Select(t => t.Resolve2()).OfType<TypeDefinition>())
            {
                if (SliceOf(target.FullName, root) is not { } to || to == from || to == "Kernel")
                    continue;
                if (!mayKnow.TryGetValue(from, out var allowed) || !allowed.Contains(to))
                    found.Add($"{from} may not know {to}: {Outer(type).Name} -> {target.Name}");
                else if (!Outer(target).IsPublic)
                    found.Add($"{target.Name} is internal to {to}: used by {from}.{Outer(type).Name}");
            }
        }
        return [.. found];
    }

    private static string? SliceOf(string fullName, string root) =>
        fullName.StartsWith(root + ".", StringComparison.Ordinal) && fullName[(root.Length + 1)..].Split('.') is [var slice, _, ..] ? slice : null;

    private static TypeDefinition Outer(TypeDefinition type) => type.DeclaringType is { } outer ? Outer(outer) : type;

    private static TypeDefinition? Resolve2(this TypeReference type) => type.Scope is ModuleDefinition ? type.Resolve() : null;

    private static IEnumerable<TypeReference> ReferencedTypes(TypeDefinition type)
    {
        IEnumerable<TypeReference?> direct =
        [
            type.BaseType, .. type.Interfaces.Select(i => i.InterfaceType), .. type.Fields.Select(f => f.FieldType),
            .. type.Properties.Select(p => p.PropertyType), .. type.Methods.SelectMany(OfMethod),
        ];
        return direct.OfType<TypeReference>().SelectMany(Parts);
    }

    private static IEnumerable<TypeReference?> OfMethod(MethodDefinition method)
    {
        yield return method.ReturnType;
        foreach (var parameter in method.Parameters)
            yield return parameter.ParameterType;
        if (!method.HasBody)
            yield break;
        foreach (var variable in method.Body.Variables)
            yield return variable.VariableType;
        foreach (var operand in method.Body.Instructions.Select(i => i.Operand))
        {
            foreach (var reference in OfOperand(operand))
                yield return reference;
        }
    }

    private static IEnumerable<TypeReference?> OfOperand(object? operand) => operand switch
    {
        TypeReference type => [type],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method is GenericInstanceMethod g ? g.GenericArguments : []],
        FieldReference field => [field.DeclaringType, field.FieldType],
        CallSite site => [site.ReturnType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };
}
