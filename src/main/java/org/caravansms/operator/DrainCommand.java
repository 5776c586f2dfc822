package org.caravansms.operator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.caravansms.broker.DrainSwitch;

/**
 * The command {@code drain}: new messages are refused, and those that were accepted are sent. It waits until none is
 * left, and reports how many are. The drain goes on when the wait is over.
 *
 * @param left how many messages are left to be sent
 * @param later how many of them wait for a time: that of their clients, or that of another attempt
 */
public record DrainCommand(DrainSwitch drain, PausedNames paused, LongSupplier left, LongSupplier later) {

    private static final long SHORTEST_PAUSE_MILLIS = 500;

    /** Long queues take their time to be counted. */
    private static final int PAUSE_FACTOR = 9;

    /**
     * @param words {@code --deadline} and a length of time, {@code --stop}, or nothing
     * @param progress gets a line when the number of messages has changed
     * @return not done when the deadline has passed, or when somebody else has ended the drain
     */
    public Reply answer(@Body List<String> words, @Header(OperatorCommands.PROGRESS) Consumer<String> progress)
            throws InterruptedException {
        DrainArguments arguments = UsageFault.read(words, new DrainArguments());
        drain.set(!arguments.stop);
        if (arguments.stop) {
            return new Reply(Reply.DONE, List.of("New messages are accepted"));
        }
        return await(arguments.deadline, progress == null ? line -> {} : progress);
    }

    private Reply await(Duration deadline, Consumer<String> progress) throws InterruptedException {
        long begin = System.nanoTime();
        long reported = -1;
        while (drain.isOn() && !drain.isStopping()) {
            long asked = System.nanoTime();
            long count = left.getAsLong();
            if (count == 0) {
                return drained();
            } else if (deadline != null && asked - begin >= deadline.toNanos()) {
                return late(count);
            } else if (count != reported) {
                progress.accept(count + " left to be sent");
            }
            reported = count;
            pause(System.nanoTime() - asked);
        }
        String why = drain.isStopping()
                ? "The gateway is stopping: what is left is sent after its next start"
                : "The drain was ended by somebody else: new messages are accepted";
        return new Reply(Reply.NOT_DONE, List.of(why)).with("left", left.getAsLong());
    }

    private static void pause(long takenNanos) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(
                Math.max(SHORTEST_PAUSE_MILLIS, PAUSE_FACTOR * TimeUnit.NANOSECONDS.toMillis(takenNanos)));
    }

    private static Reply drained() {
        return new Reply(
                        Reply.DONE,
                        List.of("Nothing is left to be sent; new messages are refused until bin/caravan resume"))
                .with("left", 0);
    }

    private Reply late(long count) {
        return new Reply(
                        Reply.NOT_DONE,
                        List.of(
                                count + " left to be sent at the deadline" + reasons(),
                                "New messages are refused until bin/caravan resume or a restart. What is left stays on"
                                        + " its queues, and is sent on"))
                .with("left", count)
                .with("later", later.getAsLong())
                .with("paused", paused.all().keySet());
    }

    private String reasons() {
        long waiting = later.getAsLong();
        String held = String.join(", ", paused.all().keySet());
        return (waiting == 0 ? "" : ", " + waiting + " of them later") + (held.isEmpty() ? "" : "; paused: " + held);
    }
}
