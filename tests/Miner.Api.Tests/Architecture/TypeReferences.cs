using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Miner.Api.Tests.Architecture;

/// <summary>
/// Which types a type needs: by what it derives from and implements, its members' signatures, its attributes, and every token in its
/// methods' bodies. Constants are compiled into whoever uses them and leave no trace.
/// </summary>
internal static class TypeReferences
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Of <paramref name="type"/> alone, without those nested in it; with repetitions.</summary>
    public static IEnumerable<Type> Of(Type type) =>
        Bare(type).SelectMany(Parts);

    private static IEnumerable<Type?> Bare(Type type) =>
    [
        type.BaseType,
        .. type.GetInterfaces(),
        .. type.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()),
        .. Attributes(type.GetCustomAttributesData()),
        .. type.GetMembers(Declared).SelectMany(member => Attributes(member.GetCustomAttributesData())),
        .. type.GetFields(Declared).Select(field => field.FieldType),
        .. type.GetMethods(Declared).SelectMany(method => Method(method).Append(method.ReturnType)),
        .. type.GetConstructors(Declared).SelectMany(Method),
    ];

    private static IEnumerable<Type?> Method(MethodBase method) =>
    [
        .. method.GetParameters().Select(parameter => parameter.ParameterType),
        .. method.GetParameters().SelectMany(parameter => Attributes(parameter.GetCustomAttributesData())),
        .. method.IsGenericMethod
            ? method.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints())
            : [],
        .. method.GetMethodBody() is { } body ? Body(method, body) : [],
    ];

    private static IEnumerable<Type?> Body(MethodBase method, MethodBody body) =>
    [
        .. body.LocalVariables.Select(local => local.LocalType),
        .. body.ExceptionHandlingClauses
            .Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause)
            .Select(clause => clause.CatchType),
        .. Tokens(body.GetILAsByteArray()!).SelectMany(token => Resolve(method, token)),
    ];

    private static IEnumerable<Type?> Attributes(IEnumerable<CustomAttributeData> attributes) => attributes.SelectMany(attribute =>
        attribute.ConstructorArguments
            .Concat(attribute.NamedArguments.Select(argument => argument.TypedValue))
            .SelectMany(argument => new[] { argument.ArgumentType, argument.Value as Type })
            .Append(attribute.AttributeType));

    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var isLong = code[at] == 0xFE;
            var operation = OpCodes[isLong ? (short)(0xFE00 | code[at + 1]) : code[at]];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineTok) yield return BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at));
            at += Length(operation.OperandType, code.AsSpan(at));
        }
    }

    private static int Length(OperandType operand, ReadOnlySpan<byte> rest) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(rest)),
        _ => 4,
    };

    private static IEnumerable<Type?> Resolve(MethodBase method, int token)
    {
        var typeArguments = method.DeclaringType!.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        return method.Module.ResolveMember(token, typeArguments, methodArguments) switch
        {
            Type type => [type],
            FieldInfo field => [field.DeclaringType, field.FieldType],
            MethodInfo called =>
            [
                called.DeclaringType, called.ReturnType, .. called.GetParameters().Select(parameter => parameter.ParameterType),
                .. called.GetGenericArguments(),
            ],
            ConstructorInfo made => [made.DeclaringType, .. made.GetParameters().Select(parameter => parameter.ParameterType)],
            _ => [],
        };
    }

    /// <summary>The type itself, what it is an array of or a reference to, and what its parameters stand for.</summary>
    private static IEnumerable<Type> Parts(Type? type)
    {
        if (type is null || type.IsGenericParameter) return [];
        if (type.GetElementType() is { } element) return Parts(element);
        return type.GetGenericArguments().SelectMany(Parts).Append(type);
    }
}
