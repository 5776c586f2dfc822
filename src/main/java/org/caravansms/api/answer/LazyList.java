package org.caravansms.api.answer;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;

/** A list whose elements are made as a format comes to write them, so that many of them are never there at once. */
final class LazyList<S, T> extends AbstractList<T> {

    private final List<S> source;
    private final Function<S, T> made;

    LazyList(List<S> source, Function<S, T> made) {
        this.source = source;
        this.made = made;
    }

    @Override
    public T get(int index) {
        return made.apply(source.get(index));
    }

    @Override
    public int size() {
        return source.size();
    }
}
