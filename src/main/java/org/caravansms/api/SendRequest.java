package org.caravansms.api;

import org.caravansms.message.Source;

/**
 * A request of {@code direct:send}, or a message on the queue {@code sms.submit}, whose messages are accepted together
 * with those of others and refused one by one.
 *
 * @param user its user
 * @param source how it came
 * @param number its place among the requests that are accepted together, from 0 on
 */
public record SendRequest(User user, Source source, int number) {}
