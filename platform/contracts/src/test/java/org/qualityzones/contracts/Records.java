package org.qualityzones.contracts;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** What the records are made of. */
final class Records {

    private Records() {}

    static List<RecordComponent> componentsOf(Class<?> type) {
        return Arrays.asList(type.getRecordComponents());
    }

    /** A record and all records that it holds, itself first. */
    static SequencedSet<Class<?>> within(Class<?> type) {
        SequencedSet<Class<?>> found = new LinkedHashSet<>();
        collect(type, found);
        return found;
    }

    /** Class of a component or, of a list, of its elements. */
    static Class<?> elementOf(RecordComponent component) {
        return component.getType() == List.class ? argument(component.getGenericType(), 0) : component.getType();
    }

    static Class<?> argument(Type type, int index) {
        return (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    /** Name in the description: the enclosing record's name goes before a nested one's. */
    static String nameOf(Class<?> type) {
        return type.isMemberClass() ? nameOf(type.getEnclosingClass()) + type.getSimpleName() : type.getSimpleName();
    }

    private static void collect(Class<?> type, SequencedSet<Class<?>> found) {
        if (type.isRecord() && found.add(type)) {
            componentsOf(type).forEach(component -> collect(elementOf(component), found));
        }
    }
}
