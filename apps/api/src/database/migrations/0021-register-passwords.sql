-- What is known of the passwords of a user whose password is changed by itself: sealed, with a key that is never in the store.
alter table sign_ons add column passwords bytea;
