package org.caravansms.operator;

import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.camel.Body;
import org.caravansms.message.PhoneNumber;

/** The command {@code erase}: has the store forget what a number sent and got. */
public final class EraseCommand {

    private final ToLongFunction<String> erase;

    /** @param erase forgets a number, and says how many messages, parts of them and receipts that were */
    public EraseCommand(ToLongFunction<String> erase) {
        this.erase = erase;
    }

    /**
     * @param words the number
     * @throws IllegalArgumentException when they are something else
     */
    public Reply answer(@Body List<String> words) {
        String number = PhoneNumber.understood(words.size() == 1 ? words.get(0) : "");
        if (PhoneNumber.fault(number) != null) {
            throw new IllegalArgumentException("caravan erase takes one number, such as +36201234567");
        }
        return new Reply(
                Reply.DONE,
                List.of(
                        erase.applyAsLong(number) + " messages and receipts forgotten",
                        "What waits on queues is sent nevertheless: caravan dead and doubt drop it."));
    }
}
