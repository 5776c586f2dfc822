package org.caravansms.operator;

import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.camel.Body;
import org.caravansms.message.PhoneNumber;

/**
 * The command {@code erase}: removes from the store all messages and receipts of a number.
 *
 * @param erase removes a number's messages, parts and receipts, and returns their count
 */
public record EraseCommand(ToLongFunction<String> erase) {

    /**
     * @param words the number
     * @throws IllegalArgumentException when they are something else
     */
    public Reply answer(@Body List<String> words) {
        String number = PhoneNumber.understood(words.size() == 1 ? words.get(0) : "");
        if (PhoneNumber.fault(number) != null) {
            throw new IllegalArgumentException("caravan erase takes one number, such as +36201234567");
        }
        long erased = erase.applyAsLong(number);
        return new Reply(
                        Reply.DONE,
                        List.of(
                                erased + " messages and receipts forgotten",
                                "What waits on queues is sent nevertheless: caravan dead and doubt drop it."))
                .with("erased", erased);
    }
}
