package org.qualityzones.contracts;

import static java.util.stream.Collectors.joining;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the comments of the records say, read from the sources. */
final class SourceDocs {

    private final Map<String, String> sentences = new HashMap<>();

    SourceDocs(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> sources = ContractJson.filesIn(folder);
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(trees).scan(unit, "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where the record has no comment. */
    String of(Class<?> type) {
        return sentences.getOrDefault(Records.nameOf(type), "");
    }

    /** Empty where the component has no comment. */
    String of(Class<?> type, String component) {
        return sentences.getOrDefault(Records.nameOf(type) + "." + component, "");
    }

    private static String text(List<? extends DocTree> parts) {
        return parts.stream()
                .map(SourceDocs::text)
                .collect(joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String text(DocTree part) {
        return switch (part) {
            case TextTree plain -> plain.getBody();
            case LiteralTree code -> "`" + code.getBody().getBody() + "`";
            case LinkTree link -> "`" + link.getReference().getSignature().replaceAll("^#|\\(\\)", "") + "`";
            default -> part.toString();
        };
    }

    private final class Scanner extends TreePathScanner<Void, String> {

        private final DocTrees trees;

        private Scanner(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, String outer) {
            String name = outer + type.getSimpleName();
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                sentences.put(name, text(comment.getFullBody()));
                for (DocTree tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree component) {
                        sentences.put(name + "." + component.getName(), text(component.getDescription()));
                    }
                }
            }
            return super.visitClass(type, name);
        }
    }
}
