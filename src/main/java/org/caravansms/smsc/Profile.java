package org.caravansms.smsc;

/**
 * How a provider's SMSC wants its submit_sm: the choices that SMPP 3.4 leaves to each SMSC.
 *
 * @param alphabet what data_coding 0 means there
 * @param longMessages how a message travels that needs more than one part
 * @param transliterate whether look-alikes of GSM characters, such as curly quotes, are sent as those
 * @param international numbers after {@code +} or {@code 00}
 * @param local other numbers
 * @param shortCode a sender of up to six digits
 * @param alphanumeric a sender with letters
 * @param validity the form of validity_period
 * @param serviceType the service_type, empty for the SMSC's default
 */
public record Profile(
        DefaultAlphabet alphabet,
        LongMessages longMessages,
        boolean transliterate,
        TonNpi international,
        TonNpi local,
        TonNpi shortCode,
        TonNpi alphanumeric,
        ValidityForm validity,
        String serviceType) {

    /** What most SMSCs take, and what a block of settings has unless it says otherwise. */
    public static final Profile STANDARD = new Profile(
            DefaultAlphabet.GSM7,
            LongMessages.UDH,
            false,
            new TonNpi(1, 1),
            new TonNpi(0, 1),
            new TonNpi(3, 0),
            new TonNpi(5, 0),
            ValidityForm.ABSOLUTE,
            "");
}
