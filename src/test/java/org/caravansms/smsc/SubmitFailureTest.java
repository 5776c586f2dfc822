package org.caravansms.smsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import org.caravansms.smpp.CommandStatusTable;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUStringException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.util.StringParameter;
import org.junit.jupiter.api.Test;

/** What a failure at the endpoint tells of the submit_sm. */
class SubmitFailureTest {

    private final CommandStatusTable statuses = CommandStatusTable.standard();

    @Test
    void refusalShouldHaveItsCodeAndRule() {
        RefusedException no = assertInstanceOf(RefusedException.class, SubmitProducer.refused(0x0B, statuses));
        assertEquals(CommandStatusTable.Rule.FAIL, no.rule());
        assertEquals("command_status 0x0B ESME_RINVDSTADR", no.getMessage());
    }

    @Test
    void throttlingShouldBeToldApart() {
        assertInstanceOf(ThrottledException.class, SubmitProducer.refused(0x58, statuses));
    }

    @Test
    void answerThatNeverCameShouldBeInDoubt() {
        assertInstanceOf(InDoubtException.class, of(new ResponseTimeoutException("No response after 10 s")));
    }

    @Test
    void answerThatCannotBeReadShouldBeInDoubt() {
        assertInstanceOf(InDoubtException.class, of(new InvalidResponseException("no submit_sm_resp")));
    }

    @Test
    void whatNobodyHeardOfShouldBeInDoubt() {
        assertInstanceOf(InDoubtException.class, of(new IllegalStateException("unheard of")));
    }

    @Test
    void sessionThatIsNotBoundShouldHaveSentNothing() {
        assertInstanceOf(NotSentException.class, of(new IOException("Cannot submit while session is closed")));
    }

    @Test
    void messageThatFitsNoPduShouldNotTellWhatDidNotFit() {
        Exception failure = of(new PDUStringException("'36201234567' is too long", StringParameter.DESTINATION_ADDR));
        assertEquals("It fits no submit_sm, SMPP 3.4 section 4.4.1", failure.getMessage());
    }

    private RuntimeException of(Exception cause) {
        return SubmitProducer.failure(cause);
    }
}
