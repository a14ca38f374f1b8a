package org.qualityzones.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qualityzones.expression.Expression.Type;

/**
 * Compiles the expressions of one rule set, definitions first. The language is CEL without what can be slow or undefined:
 * no doubles, maps, indexes, regular expressions or conversions; at most {@value #MAX_CODE_POINTS} characters,
 * {@value #MAX_DEPTH} levels of nesting, {@value #MAX_NODES} parts and three comprehensions within each other.
 */
public final class ExpressionCompiler {

    /** Most definitions of a rule set. */
    public static final int MAX_DEFINITIONS = 64;

    static final int MAX_CODE_POINTS = 2_000;
    static final int MAX_DEPTH = 32;
    static final int MAX_NODES = 400;

    static final String PARAMETERS = "param";

    private static final Set<StandardFunction> FUNCTIONS = Set.of(
            StandardFunction.LOGICAL_AND,
            StandardFunction.LOGICAL_OR,
            StandardFunction.LOGICAL_NOT,
            StandardFunction.CONDITIONAL,
            StandardFunction.EQUALS,
            StandardFunction.NOT_EQUALS,
            StandardFunction.LESS,
            StandardFunction.LESS_EQUALS,
            StandardFunction.GREATER,
            StandardFunction.GREATER_EQUALS,
            StandardFunction.IN,
            StandardFunction.NOT_STRICTLY_FALSE,
            StandardFunction.ADD,
            StandardFunction.SUBTRACT,
            StandardFunction.MULTIPLY,
            StandardFunction.NEGATE,
            StandardFunction.SIZE,
            StandardFunction.STARTS_WITH,
            StandardFunction.ENDS_WITH,
            StandardFunction.CONTAINS);

    private final Map<String, Object> parameters;
    private final Map<String, StructType> structs = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Expression> definitions = new ArrayList<>();
    private CelCompiler compiler;
    private int slots;

    /** @param parameters each an {@code Integer}, {@code Long}, {@code Boolean} or {@code String} */
    public ExpressionCompiler(Map<String, Object> parameters) {
        this.parameters = Map.copyOf(parameters);
        compiler = environment();
    }

    /** Adds a definition that later expressions can read by its name. */
    public Expression define(String name, String source) throws InvalidExpression {
        Expression expression = compile(source, null);
        names.add(name);
        definitions.add(expression);
        compiler = compiler.toCompilerBuilder()
                .addVar(name, celType(expression.type()))
                .build();
        return expression;
    }

    /** @param expected null when any type will do */
    public Expression compile(String source, Type expected) throws InvalidExpression {
        CelAbstractSyntaxTree ast = check(source);
        NodeBuilder builder = new NodeBuilder(ast, parameters, names, definitions, slots);
        Node node = builder.build(ast.getExpr());
        Type type = builder.resultType(expected);
        slots = builder.slots();
        return new Expression(source, type, builder.domain(), Hints.of(ast.getExpr(), parameters, names), node);
    }

    /** Whether a name is taken by the vocabulary or by an earlier definition. */
    public boolean taken(String name) {
        return names.contains(name)
                || name.equals(PARAMETERS)
                || Vocabulary.FACTS.stream().anyMatch(fact -> fact.group().equals(name));
    }

    /** The definitions so far, once all expressions are compiled. */
    public Definitions definitions() {
        return new Definitions(names, definitions, slots);
    }

    /** The checked tree, for a comparison with the library's own runtime. */
    CelAbstractSyntaxTree check(String source) throws InvalidExpression {
        try {
            return compiler.compile(source).getAst();
        } catch (CelValidationException e) {
            throw new InvalidExpression(
                    e.getErrors().stream().map(ExpressionCompiler::problem).toList());
        }
    }

    private CelCompiler environment() {
        Vocabulary.groups().forEach(this::struct);
        Vocabulary.ELEMENTS.forEach((name, members) -> {
            Map<String, CelType> types = new LinkedHashMap<>();
            members.forEach((field, member) -> types.put(field, member.type()));
            struct(name, types);
        });
        Map<String, CelType> parameterTypes = new LinkedHashMap<>();
        parameters.forEach((name, value) -> parameterTypes.put(name, typeOf(value)));
        struct(PARAMETERS, parameterTypes);
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(CelOptions.current()
                        .maxExpressionCodePointSize(MAX_CODE_POINTS)
                        .maxParseRecursionDepth(MAX_DEPTH)
                        .maxParseErrorRecoveryLimit(1)
                        .build())
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .filterFunctions((function, _) -> FUNCTIONS.contains(function))
                        .build())
                .setStandardMacros(
                        CelStandardMacro.ALL,
                        CelStandardMacro.EXISTS,
                        CelStandardMacro.EXISTS_ONE,
                        CelStandardMacro.FILTER)
                .setTypeProvider(provider());
        for (Fact fact : Vocabulary.FACTS) {
            if (fact.field() == null) {
                builder.addVar(fact.name(), fact.type());
            }
        }
        Vocabulary.groups().keySet().forEach(group -> builder.addVar(group, StructTypeReference.create(group)));
        return builder.addVar(PARAMETERS, StructTypeReference.create(PARAMETERS))
                .build();
    }

    private void struct(String name, Map<String, CelType> fields) {
        ImmutableMap<String, CelType> types = ImmutableMap.copyOf(fields);
        structs.put(name, StructType.create(name, types.keySet(), field -> Optional.ofNullable(types.get(field))));
    }

    private CelTypeProvider provider() {
        ImmutableMap<String, CelType> types = ImmutableMap.copyOf(structs);
        return new CelTypeProvider() {
            @Override
            public ImmutableCollection<CelType> types() {
                return types.values();
            }

            @Override
            public Optional<CelType> findType(String name) {
                return Optional.ofNullable(types.get(name));
            }
        };
    }

    private static CelType typeOf(Object parameter) {
        return switch (parameter) {
            case Boolean _ -> SimpleType.BOOL;
            case String _ -> SimpleType.STRING;
            default -> SimpleType.INT;
        };
    }

    private static CelType celType(Type type) {
        return switch (type) {
            case BOOL -> SimpleType.BOOL;
            case INT -> SimpleType.INT;
            case STRING -> SimpleType.STRING;
            case STRINGS -> ListType.create(SimpleType.STRING);
        };
    }

    private static InvalidExpression.Problem problem(CelIssue issue) {
        String message = issue.getMessage();
        return new InvalidExpression.Problem(
                code(message),
                message,
                Math.max(1, issue.getSourceLocation().getLine()),
                issue.getSourceLocation().getColumn() + 1);
    }

    private static String code(String message) {
        if (message.startsWith("undefined field")) {
            return "unknown-field";
        }
        if (message.startsWith("undeclared reference")) {
            return "unknown-name";
        }
        if (message.contains("recursion limit")) {
            return "too-deep";
        }
        if (message.contains("code point size")) {
            return "too-long";
        }
        return message.startsWith("found no matching overload") || message.startsWith("expected type")
                ? "type"
                : "syntax";
    }
}
