/** Sessions with SMSCs: connect, bind, submit, receive; the Camel component on top of them. */
package org.caravansms.smsc;
