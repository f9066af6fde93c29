/** The most used passwords of ten characters and more in published leaks, folded; shorter ones are refused for their length. */
export const COMMON = new Set(
  `1234567890 12345678910 0123456789 123456789a 123456789q 1234567891 9876543210 0987654321 1111111111 0000000000 1q2w3e4r5t
   1q2w3e4r5t6y q1w2e3r4t5 1qaz2wsx3edc qwertyuiop qwerty1234 qwerty12345 qwerty123456 qwertyuiop123 asdfghjkl1 zaq12wsxcde3
   password12 password123 password1234 password12345 password123456 passw0rd123 p@ssw0rd123 password1! password123! password@123
   passwordpassword iloveyou123 iloveyou12 iloveyou1234 welcome123 welcome1234 welcome@123 changeme123 letmein123 letmein1234
   administrator admin12345 admin123456 admin@1234 superman123 football123 baseball123 basketball sunshine123 princess123
   dragon12345 monkey12345 liverpool123 chelsea123 abcdefghij abcd123456 abc1234567 abc123456789 a123456789 a1234567890 aa12345678
   aa123456789 qazwsxedcrfv 1234qwerasdf 123qweasdzxc 123qwe123qwe qwe123qwe123 test123456 test1234567 india12345 india@1234
   pakistan123 saudi12345 bismillah786 bismillah1 mohammed123 muhammad123 krishna123 jaishreeram ganesha123 trustno1trustno1
   correcthorsebatterystaple thisisapassword mypassword1 mypassword123 google12345 facebook123 samsung123 computer123 internet123
   whatever123 jordan12345 michael123 jennifer123 charlie123 computer12 starwars123 pokemon1234 naruto12345 blink182blink
   qwertyqwerty asdfasdfasdf 121212121212 112233445566 1122334455 123123123123 123321123321 147258369a 1472583690 7777777777
   5555555555 9999999999 8888888888 6666666666 2222222222 3333333333 4444444444 741852963a 7894561230 789456123a 0123456789a`
    .split(/\s+/)
    .filter(Boolean),
);
