# Other control software that must go first, in every user's Wine. Ends with 3 where there is one. Perl, because nothing
# of ours is unpacked yet, and every Debian has it; what is looked for comes from the program's own table.
use strict;
use warnings;
use utf8;
binmode STDERR, ':utf8';

my @known = (
@KNOWN@
);

sub plain { my $text = shift; $text =~ s/\\(?:x([0-9a-fA-F]{1,4})|(.))/defined $1 ? chr hex $1 : $2/ge; return $text }

sub older {
  my @one = split /\./, shift;
  my @other = split /\./, shift;
  while (@one || @other) {
    my ($left, $right) = map { /^(\d+)/ ? $1 : 0 } (shift(@one) // 0, shift(@other) // 0);
    return $left < $right if $left != $right;
  }
  return 0;
}

my %prefixes = map { $_ => 1 } grep { defined && length }
  $ENV{WINEPREFIX}, map { "$_/.wine" } '/root', $ENV{HOME} // '/root', glob '/home/*';
my $stops = 0;
for my $prefix (sort keys %prefixes) {
  my @programs;
  for my $file ("$prefix/system.reg", "$prefix/user.reg") {
    open my $registry, '<:utf8', $file or next;
    my $program;
    while (<$registry>) {
      s/\r?\n$//;
      if (/^\[/) {
        $program = undef;
        next unless /^\[Software\\\\(?:Wow6432Node\\\\)?Microsoft\\\\Windows\\\\CurrentVersion\\\\Uninstall\\\\((?:[^\\\]]|\\[^\\])+)\]/i;
        push @programs, $program = { key => plain($1) };
      } elsif ($program && /^"(\w+)"="(.*)"$/) {
        $program->{$1} = plain($2);
      }
    }
  }
  for my $known (@known) {
    for my $program (@programs) {
      my %has = map { $_->[0] => $program->{ $_->[1] } // '' }
        ['name', 'DisplayName'], ['publisher', 'Publisher'], ['version', 'DisplayVersion'];
      my $fits = grep {
        my $wanted = $_;
        !grep { $has{$_} !~ $wanted->{$_} } keys %$wanted
      } @{ $known->{registered} };
      next unless $fits;
      # 5.1.5.3 is registered as 5.1.53.
      my $version = $has{version} =~ s/^(\d+\.\d+)\.(\d)(\d)$/$1.$2.$3/r;
      my $old = $known->{since} && $version ne '' && older($version, $known->{since});
      next unless $old || $known->{always};
      $stops = 1;
      my $number = $version eq '' ? '' : " $version";
      print STDERR "opencshis: 沒有安裝：請先移除 $known->{zh}$number\n";
      print STDERR "opencshis: not installed: first remove $known->{en}$number\n";
      my ($where, $key) = map { s/'/'\\''/gr } $prefix, $program->{key};
      print STDERR "  \$ WINEPREFIX='$where' wine uninstaller --remove '$key'\n";
      last;
    }
  }
}
exit 0 unless $stops;
print STDERR "opencshis: 一定要並存時 / where it must be beside it: OPENCSHIS_INSTALL_ANYWAY=1 dpkg -i ..\n";
exit 3;
