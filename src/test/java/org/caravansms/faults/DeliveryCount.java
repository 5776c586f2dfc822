package org.caravansms.faults;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sender's journal against the SMSC's.
 *
 * @param arrived submits that the SMSC answered with success, repeated ones included
 * @param lost accepted and never arrived
 * @param invented arrived though never sent or rejected
 * @param altered arrived with another text or recipient than was sent
 * @param duplicates arrivals beyond the first of each number
 */
record DeliveryCount(
        int accepted,
        int unknown,
        int rejected,
        int arrived,
        Set<String> lost,
        Set<String> invented,
        Set<String> altered,
        int duplicates) {

    static DeliveryCount of(List<SentMessage> sent, List<Arrived> arrived) {
        Set<String> accepted = numbers(sent, SentMessage.Answer.OK);
        Set<String> unknown = numbers(sent, SentMessage.Answer.UNKNOWN);
        Set<String> rejected = numbers(sent, SentMessage.Answer.REJECT);
        Set<String> seen = arrived.stream().map(Arrived::number).collect(Collectors.toSet());
        return new DeliveryCount(
                accepted.size(),
                unknown.size(),
                rejected.size(),
                arrived.size(),
                without(accepted, seen),
                without(without(seen, accepted), unknown),
                altered(sent, arrived),
                arrived.size() - seen.size());
    }

    private static Set<String> numbers(List<SentMessage> sent, SentMessage.Answer answer) {
        return sent.stream()
                .filter(message -> message.answer() == answer)
                .map(SentMessage::number)
                .collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> all, Collection<String> others) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(new HashSet<>(others));
        return left;
    }

    private static Set<String> altered(List<SentMessage> sent, List<Arrived> arrived) {
        Map<String, SentMessage> known =
                sent.stream().collect(Collectors.toMap(SentMessage::number, Function.identity()));
        return arrived.stream()
                .filter(message -> known.containsKey(message.number()))
                .filter(message -> !message.equalsText(known.get(message.number())))
                .map(Arrived::number)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return "accepted=" + accepted + " unknown=" + unknown + " rejected=" + rejected + " arrived=" + arrived
                + " lost=" + lost.size() + " invented=" + invented.size() + " altered=" + altered.size()
                + " duplicates=" + duplicates;
    }
}
