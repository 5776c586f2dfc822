package org.caravansms.api.answer;

import java.util.AbstractList;
import java.util.function.IntFunction;

/** A list whose elements are made while a format is written, so that never all of them are in memory. */
final class LazyList<T> extends AbstractList<T> {

    private final int size;
    private final IntFunction<T> element;

    LazyList(int size, IntFunction<T> element) {
        this.size = size;
        this.element = element;
    }

    @Override
    public T get(int index) {
        return element.apply(index);
    }

    @Override
    public int size() {
        return size;
    }
}
