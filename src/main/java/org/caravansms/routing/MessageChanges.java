package org.caravansms.routing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caravansms.message.Fault;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.PhoneNumber;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.Routing;
import org.caravansms.message.SmsMessage;

/**
 * What a rule changes of a message, before its segments are counted.
 *
 * @param sender its new sender, or null
 * @param oldPrefix the beginning of numbers that get another one, or null
 * @param newPrefix that one
 * @param priority its priority, or null
 * @param tags tags that it gets
 */
record MessageChanges(String sender, String oldPrefix, String newPrefix, Integer priority, Map<String, Object> tags) {

    private static final Pattern SETTING = Pattern.compile("(sender|prefix|priority|tag):(.*)");
    private static final Pattern PREFIX = Pattern.compile("(\\+[0-9]*|[0-9]+)>(\\+?[0-9]+)");
    private static final Pattern TAG = Pattern.compile("([^=]+)=(.*)");
    private static final int LONGEST_NAME = 11;
    private static final MessageChanges NONE = new MessageChanges(null, null, null, null, Map.of());

    static MessageChanges of(RuleLine line) {
        MessageChanges changes = NONE;
        for (RuleWord value : line.values("set")) {
            MessageChanges before = changes;
            changes = line.attempt(() -> before.with(line, value), before);
        }
        return changes;
    }

    private MessageChanges with(RuleLine line, RuleWord value) {
        Matcher setting = SETTING.matcher(value.text());
        line.require(setting.matches(), value, "is none of sender:, prefix:, priority: and tag: with a value");
        String given = setting.group(2);
        return switch (setting.group(1)) {
            case "sender" -> new MessageChanges(sender(line, value, given), oldPrefix, newPrefix, priority, tags);
            case "prefix" -> withPrefix(line, value, given);
            case "priority" -> new MessageChanges(sender, oldPrefix, newPrefix, priority(line, value, given), tags);
            default -> withTag(line, value, given);
        };
    }

    private static String sender(RuleLine line, RuleWord value, String given) {
        boolean isName = !given.isBlank() && given.length() <= LONGEST_NAME;
        line.require(
                isName || PhoneNumber.isValid(given), value, "is no sender: a number, or a name of 1 to 11 characters");
        return given;
    }

    private MessageChanges withPrefix(RuleLine line, RuleWord value, String given) {
        Matcher prefix = PREFIX.matcher(given);
        line.require(prefix.matches(), value, "is not like prefix:+36>8836: the old and the new beginning of a number");
        return new MessageChanges(sender, NumberPlan.withPlus(prefix.group(1)), prefix.group(2), priority, tags);
    }

    static Integer priority(RuleLine line, RuleWord value, String given) {
        line.require(given.matches("[0-9]"), value, "is not a number from 0 to 9");
        return Integer.valueOf(given);
    }

    private MessageChanges withTag(RuleLine line, RuleWord value, String given) {
        Matcher tag = TAG.matcher(given);
        line.require(tag.matches(), value, "is not like tag:name=value");
        Map<String, Object> all = new LinkedHashMap<>(tags);
        all.put(tag.group(1), tag.group(2));
        return new MessageChanges(sender, oldPrefix, newPrefix, priority, all);
    }

    boolean haveAPrefix() {
        return oldPrefix != null;
    }

    /**
     * @param number the recipient's number, in its international form where that is known
     * @throws RejectedMessageException when the number gets too long, or is none any more
     */
    SmsMessage of(SmsMessage message, String number, Routing routing) {
        return new SmsMessage(
                message.id(),
                message.user(),
                sender == null ? message.originator() : sender,
                recipient(message, number, routing.rule()),
                message.type(),
                message.text(),
                message.provider(),
                message.acceptedAt(),
                options(message.options()),
                routing);
    }

    private String recipient(SmsMessage message, String number, String rule) {
        if (oldPrefix == null || !number.startsWith(oldPrefix)) {
            return message.recipient();
        }
        String changed = newPrefix + number.substring(oldPrefix.length());
        String fault = PhoneNumber.fault(changed);
        if (fault != null) {
            throw new RejectedMessageException(
                    Fault.INVALID_RECIPIENT,
                    "Invalid recipient. With the prefix of the routing rule \"" + rule + "\" it " + fault + ".");
        }
        return changed;
    }

    private MessageOptions options(MessageOptions options) {
        if (priority == null && tags.isEmpty()) {
            return options;
        }
        Map<String, Object> all = new LinkedHashMap<>(options.tags());
        all.putAll(tags);
        return options.with(priority == null ? options.priority() : priority, all);
    }
}
