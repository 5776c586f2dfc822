package org.caravansms.api;

import java.time.Instant;
import org.caravansms.message.RejectedMessageException;

/**
 * A message in the parameters of a form or a query.
 *
 * @param request the request
 * @param suffix its index, or nothing
 * @param recipient the number, where several stand in one parameter; otherwise null
 */
record FormDraft(ApiRequest request, String suffix, String recipient) implements Draft {

    @Override
    public String get(Field field) {
        if (field == Field.RECIPIENT && recipient != null) {
            return recipient;
        }
        try {
            return field.trimmed(given(field));
        } catch (ApiException e) {
            throw new RejectedMessageException(e.fault(), e.getMessage());
        }
    }

    private String given(Field field) {
        String own = request.get(field, suffix);
        return own == null && field.hasDefault() && !isSingle() ? request.get(field, "") : own;
    }

    /** A blank before a number is a plus that was not encoded; no international number begins with 0. */
    private static String plus(String given) {
        String number = given == null || !given.startsWith(" ") ? "" : given.strip();
        return !number.isEmpty() && number.charAt(0) > '0' && number.charAt(0) <= '9' ? "+" + number : given;
    }

    @Override
    public Instant time(Field field) {
        return (field == Field.VALID_UNTIL ? ReadTime.OF_FORM_VALIDITY : ReadTime.OF_FORM).of(this, field);
    }

    @Override
    public String nameOf(Field field) {
        return field.parameter() + suffix;
    }

    @Override
    public Draft accepted() {
        return new FormDraft(ApiRequest.EMPTY, suffix, null);
    }

    @Override
    public String toString() {
        return "FormDraft[" + suffix + "]";
    }
}
