-- What a search finds is a page of accounts and not the thousand that PostgreSQL would guess, for which it reads all accounts there are.
alter function search_accounts(text, text, text, text, text, bigint, integer) rows 50;
