package org.caravansms.simulator;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Shapes, one after the other and then from the first one again. */
record RoundRobin(List<ReceiptShape> shapes, AtomicLong taken) {
    RoundRobin(List<ReceiptShape> shapes) {
        this(shapes, new AtomicLong());
    }

    ReceiptShape next() {
        return shapes.get((int) (taken.getAndIncrement() % shapes.size()));
    }
}
