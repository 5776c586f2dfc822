package org.caravansms.callback;

import java.time.Duration;

/** An earlier callback of the same message is unfinished. */
public final class CallbackOutOfOrderException extends RuntimeException {

    private final transient Duration wait;

    CallbackOutOfOrderException(Duration wait) {
        super("an earlier callback of its message comes first", null, false, false);
        this.wait = wait;
    }

    Duration pause() {
        return wait;
    }
}
