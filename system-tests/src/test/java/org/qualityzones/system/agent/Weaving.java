package org.qualityzones.system.agent;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Changes the bytes of a class; fails when the method that it is to change is not there. */
final class Weaving {

    private static final ClassDesc POINTS = ClassDesc.of(Points.class.getName());
    private static final MethodTypeDesc REACHED =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String, ConstantDescs.CD_String);
    private static final ClassDesc TRANSACTIONS = ClassDesc.of("com.arjuna.ats.jta.TransactionManager");
    private static final ClassDesc MANAGER = ClassDesc.of("jakarta.transaction.TransactionManager");

    private static final Consumer<CodeBuilder> COMMIT = code -> onManager(onManager(code, "commit"), "begin");

    private Weaving() {}

    /** The class with a call of {@link Points#reached} at the point. */
    static byte[] crash(byte[] bytes, ClassLoader loader, CrashPoint point, String log) {
        Place place = point.place();
        CodeTransform call = at(
                place.side(),
                code -> code.loadConstant(point.name()).loadConstant(log).invokestatic(POINTS, "reached", REACHED));
        return transform(bytes, loader, place.method(), named -> ClassTransform.transformingMethodBodies(named, call));
    }

    /** The class with the defect. */
    static byte[] spoil(byte[] bytes, ClassLoader loader, Defect defect) {
        return transform(bytes, loader, defect.method(), named -> change(defect.change(), named));
    }

    private static ClassTransform change(Defect.Change change, Predicate<MethodModel> named) {
        return switch (change) {
            case NOTHING -> emptied(named, CodeBuilder::return_);
            case YES -> emptied(named, code -> code.iconst_1().ireturn());
            case COMMIT_BEFORE -> ClassTransform.transformingMethodBodies(named, at(Place.Side.ENTRY, COMMIT));
            case COMMIT_AFTER -> ClassTransform.transformingMethodBodies(named, at(Place.Side.EXIT, COMMIT));
            case NO_WAIT -> ClassTransform.transformingMethodBodies(named, Weaving::withoutGet);
        };
    }

    private static byte[] transform(
            byte[] bytes, ClassLoader loader, String method, Function<Predicate<MethodModel>, ClassTransform> change) {
        ClassHierarchyResolver types =
                ClassHierarchyResolver.ofResourceParsing(loader == null ? ClassLoader.getSystemClassLoader() : loader);
        ClassFile file = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                types.orElse(ClassHierarchyResolver.defaultResolver()).cached()));
        ClassModel model = file.parse(bytes);
        Predicate<MethodModel> named =
                one -> one.methodName().equalsString(method) && one.code().isPresent();
        if (model.methods().stream().noneMatch(named)) {
            throw new IllegalArgumentException("no method " + method);
        }
        return file.transformClass(model, change.apply(named));
    }

    private static ClassTransform emptied(Predicate<MethodModel> named, Consumer<CodeBuilder> answer) {
        return ClassTransform.transformingMethods(named, (method, element) -> {
            if (element instanceof CodeModel) {
                method.withCode(answer);
            } else {
                method.with(element);
            }
        });
    }

    private static CodeTransform at(Place.Side side, Consumer<CodeBuilder> more) {
        return side == Place.Side.ENTRY ? atEntry(more) : beforeReturn(more);
    }

    private static CodeTransform atEntry(Consumer<CodeBuilder> more) {
        return new CodeTransform() {
            @Override
            public void atStart(CodeBuilder builder) {
                more.accept(builder);
            }

            @Override
            public void accept(CodeBuilder builder, CodeElement element) {
                builder.with(element);
            }
        };
    }

    private static CodeTransform beforeReturn(Consumer<CodeBuilder> more) {
        return (builder, element) -> {
            if (element instanceof ReturnInstruction) {
                more.accept(builder);
            }
            builder.with(element);
        };
    }

    /** Takes the future from the stack and asks it nothing. */
    private static void withoutGet(CodeBuilder builder, CodeElement element) {
        if (element instanceof InvokeInstruction call
                && call.owner().asInternalName().equals("java/util/concurrent/Future")
                && call.name().equalsString("get")) {
            builder.pop().aconst_null();
        } else {
            builder.with(element);
        }
    }

    private static CodeBuilder onManager(CodeBuilder code, String method) {
        return code.invokestatic(TRANSACTIONS, "transactionManager", MethodTypeDesc.of(MANAGER))
                .invokeinterface(MANAGER, method, MethodTypeDesc.of(ConstantDescs.CD_void));
    }
}
