package org.caravansms.routing;

import java.util.List;
import org.caravansms.message.Destination;
import org.caravansms.message.SmsMessage;

/**
 * A line of the rules: the queue of messages that meet all of its conditions. An empty condition is met by all.
 *
 * @param destination the queue and the priority
 * @param to beginnings of the recipient's international number, with the plus
 * @param users the users whose messages it is for
 * @param providers the SMSC connections that the client asked for
 * @param types the message types; one that ends in {@code *} is a beginning
 */
record Rule(Destination destination, List<String> to, List<String> users, List<String> providers, List<String> types) {

    private static final String ANY = "*";

    /** @param number the recipient's number, in its international form where that is known */
    boolean fits(SmsMessage message, String number) {
        return (users.isEmpty() || users.contains(message.user()))
                && (providers.isEmpty() || providers.contains(message.provider()))
                && (types.isEmpty() || isOfType(message.type()))
                && (to.isEmpty() || beginsRight(number));
    }

    boolean asksForNumber() {
        return !to.isEmpty();
    }

    private boolean beginsRight(String number) {
        for (String beginning : to) {
            if (number.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfType(String type) {
        for (String wanted : types) {
            if (wanted.endsWith(ANY)
                    ? type.regionMatches(0, wanted, 0, wanted.length() - ANY.length())
                    : type.equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
