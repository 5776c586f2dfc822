/** Sessions with SMSCs: connect, bind, submit, receive; the Camel component {@code smsc} on top of them. */
package org.caravansms.smsc;
