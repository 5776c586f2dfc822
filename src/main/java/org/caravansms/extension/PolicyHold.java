package org.caravansms.extension;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock.WriteLock;
import org.apache.camel.CamelContext;

/**
 * Messages wait for {@code direct:policy} while the file with that route changes: none passes by it. Used by the thread of
 * the extensions only.
 *
 * @param messages each has the read lock from the look for the policy to its answer
 */
record PolicyHold(CamelContext context, WriteLock messages) {

    private static final String POLICY = "direct://policy";

    /**
     * Returns when no message is in the policy.
     *
     * @param routes those that are going to stop
     * @return false when they have the policy, and a message is still in it after the time of a shutdown
     */
    boolean begin(ExtensionRoutes routes) {
        try {
            return messages.isHeldByCurrentThread()
                    || !routes.consume(POLICY)
                    || messages.tryLock(context.getShutdownStrategy().getTimeout(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void end() {
        if (messages.isHeldByCurrentThread()) {
            messages.unlock();
        }
    }
}
