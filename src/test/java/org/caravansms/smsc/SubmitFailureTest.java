package org.caravansms.smsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.SocketException;
import org.apache.camel.component.smpp.SmppException;
import org.caravansms.smpp.CommandStatusTable;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUStringException;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.util.StringParameter;
import org.junit.jupiter.api.Test;

/** What a failure at the endpoint tells of the submit_sm. */
class SubmitFailureTest {

    private final CommandStatusTable statuses = CommandStatusTable.standard();

    @Test
    void refusalShouldHaveItsCodeAndRule() {
        RefusedException no = assertInstanceOf(RefusedException.class, of(new NegativeResponseException(0x0B)));
        assertEquals(CommandStatusTable.Rule.FAIL, no.rule());
        assertEquals("command_status 0x0B ESME_RINVDSTADR", no.getMessage());
    }

    @Test
    void throttlingShouldBeToldApart() {
        assertInstanceOf(ThrottledException.class, of(new NegativeResponseException(0x58)));
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
    void connectionCutWhileWritingShouldBeInDoubt() {
        assertInstanceOf(InDoubtException.class, of(new SocketException("Broken pipe")));
    }

    @Test
    void whatNobodyHeardOfShouldBeInDoubt() {
        assertInstanceOf(
                InDoubtException.class, SubmitProducer.failure(new IllegalStateException("unheard of"), statuses));
    }

    @Test
    void sessionThatIsNotBoundShouldHaveSentNothing() {
        assertInstanceOf(NotSentException.class, of(new IOException("Cannot submit while session is closed")));
        assertInstanceOf(NotSentException.class, SubmitProducer.failure(new IOException("closed"), statuses));
    }

    @Test
    void messageThatFitsNoPduShouldNotTellWhatDidNotFit() {
        Exception failure = of(new PDUStringException("'36201234567' is too long", StringParameter.DESTINATION_ADDR));
        assertEquals("It fits no submit_sm, SMPP 3.4 section 4.4.1", failure.getMessage());
    }

    private RuntimeException of(Exception cause) {
        return SubmitProducer.failure(new SmppException(cause), statuses);
    }
}
