package org.qualityzones.testing;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The keys that the {@code @ConfigMapping} interfaces of a module read, from its sources. */
final class ConfigMappings {

    /** One mapping: what its interface says about itself, and its keys in the order of the source. */
    record Mapping(String prefix, String about, List<Key> keys) {}

    /** @param value the default, empty where the key has none */
    record Key(String name, String type, Optional<String> value, String about) {}

    private final DocTrees trees;
    private final CompilationUnitTree unit;
    private final List<Key> keys = new ArrayList<>();

    private ConfigMappings(DocTrees trees, CompilationUnitTree unit) {
        this.trees = trees;
        this.unit = unit;
    }

    /** The mappings below a folder of sources, by prefix. */
    static List<Mapping> of(Path sources) throws IOException {
        List<Path> files = filesWithMapping(sources);
        if (files.isEmpty()) {
            return List.of();
        }
        List<Mapping> mappings = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new ConfigMappings(trees, unit).mapping().ifPresent(mappings::add);
            }
        }
        return mappings.stream().sorted(Comparator.comparing(Mapping::prefix)).toList();
    }

    private static List<Path> filesWithMapping(Path sources) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).contains("@ConfigMapping(")) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private Optional<Mapping> mapping() {
        TreePath root = new TreePath(unit);
        for (Tree declared : unit.getTypeDecls()) {
            if (declared instanceof ClassTree type) {
                Optional<String> prefix = annotation(type.getModifiers().getAnnotations(), "ConfigMapping", "prefix");
                if (prefix.isPresent()) {
                    TreePath path = new TreePath(root, type);
                    collect(path, prefix.get());
                    return Optional.of(new Mapping(prefix.get(), comment(path), List.copyOf(keys)));
                }
            }
        }
        return Optional.empty();
    }

    private void collect(TreePath group, String prefix) {
        Map<String, ClassTree> nested = nested((ClassTree) group.getLeaf());
        for (Tree member : ((ClassTree) group.getLeaf()).getMembers()) {
            if (member instanceof MethodTree method && method.getBody() == null) {
                String name = prefix + "." + name(method);
                ClassTree inner = nested.get(method.getReturnType().toString());
                if (inner != null) {
                    collect(new TreePath(group, inner), name);
                } else {
                    keys.add(key(new TreePath(group, method), method, name));
                }
            }
        }
    }

    private static Map<String, ClassTree> nested(ClassTree group) {
        return group.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .collect(toMap(type -> type.getSimpleName().toString(), type -> type));
    }

    private Key key(TreePath path, MethodTree method, String name) {
        return new Key(
                name,
                method.getReturnType().toString(),
                annotation(method.getModifiers().getAnnotations(), "WithDefault", "value"),
                comment(path));
    }

    private static String name(MethodTree method) {
        return annotation(method.getModifiers().getAnnotations(), "WithName", "value")
                .orElseGet(() -> StringUtil.skewer(method.getName().toString()));
    }

    private static Optional<String> annotation(List<? extends AnnotationTree> annotations, String name, String member) {
        return annotations.stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .flatMap(annotation -> annotation.getArguments().stream())
                .flatMap(argument -> value(argument, member).stream())
                .map(ConfigMappings::literal)
                .findFirst();
    }

    /** The member {@code value} may stand alone. */
    private static Optional<ExpressionTree> value(ExpressionTree argument, String member) {
        if (argument instanceof AssignmentTree named) {
            return named.getVariable().toString().equals(member)
                    ? Optional.of(named.getExpression())
                    : Optional.empty();
        }
        return member.equals("value") ? Optional.of(argument) : Optional.empty();
    }

    private static String literal(ExpressionTree expression) {
        return expression instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : expression.toString();
    }

    private String comment(TreePath path) {
        DocCommentTree comment = trees.getDocCommentTree(path);
        return comment == null
                ? ""
                : comment.getFullBody().stream()
                        .map(ConfigMappings::text)
                        .collect(joining())
                        .replaceAll("\\s+", " ")
                        .strip();
    }

    private static String text(DocTree part) {
        return switch (part) {
            case TextTree plain -> plain.getBody();
            case com.sun.source.doctree.LiteralTree code -> "`" + code.getBody().getBody() + "`";
            case LinkTree link -> "`" + link.getReference().getSignature().replaceAll("^#|\\(\\)", "") + "`";
            default -> part.toString();
        };
    }
}
